import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { RequestContext } from '@switchyard/contracts';
import { CLOCK, type Clock } from '@switchyard/platform';
import type { SpreadStep } from './spread-steps';
import { Spreads } from './spreads.port';

/** Work orders that are done in the act's own transaction: some 10 ms each. */
const AT_ONCE = 50;

export interface SpreadBegun {
  readonly done: readonly string[];
  /** Whether others follow in the background. */
  readonly goesOn: boolean;
}

/** Begins what an act on one work order does to many: a few at once, the others in steps. */
@Injectable()
export class SpreadAct {
  constructor(
    private readonly spreads: Spreads,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** To be called in the transaction of the act. */
  async begin(
    step: SpreadStep,
    number: string,
    data: Readonly<Record<string, unknown>>,
    context: RequestContext,
  ): Promise<SpreadBegun> {
    const spread = { id: randomUUID(), step: step.name, number, data, context };
    const pending = await step.pending(spread, undefined, AT_ONCE + 1);
    const done = pending.slice(0, AT_ONCE);
    for (const each of done) await step.apply(each, spread, context);
    const goesOn = pending.length > done.length;
    if (goesOn) await this.spreads.add({ ...spread, after: done.at(-1) }, this.clock.now());
    else await step.finish(spread, context);
    return { done, goesOn };
  }
}
