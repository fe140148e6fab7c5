import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '@switchyard/platform';
import { QueryCodes } from '../query-codes.port';
import { dayOf } from '../work-order-number';
import { ReservedCodes } from './reserved-codes.port';

/** With half of all codes taken, a round fails to find the last of a hundred once in two; twenty do so in a million. */
const ROUNDS = 20;

/** Sets query codes apart for cases that are opened when their caller has been forgotten (C5). */
@Injectable()
export class ReserveQueryCodesUseCase {
  constructor(
    private readonly queryCodes: QueryCodes,
    private readonly reserved: ReservedCodes,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws Error when hardly any code is free */
  async execute(count: number): Promise<string[]> {
    const day = dayOf(this.clock.now());
    const codes: string[] = [];
    for (let round = 0; round < ROUNDS && codes.length < count; round += 1) {
      const drawn = new Set(Array.from({ length: count - codes.length }, () => this.queryCodes.draw()));
      codes.push(...(await this.reserved.reserve([...drawn], day)));
    }
    if (codes.length < count) throw new Error(`no free query code in ${ROUNDS} rounds`);
    return codes;
  }
}
