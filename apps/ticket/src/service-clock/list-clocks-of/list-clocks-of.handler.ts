import { Controller } from '@nestjs/common';
import { type ClocksOf, ClocksOfRequest, ListClocksOf } from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { ClockRules } from '../clock-rules';
import { LimitNames, toClockDetails } from '../clock-view';
import { StoredClocks } from '../stored-clocks.port';

@Controller()
export class ListClocksOfHandler {
  constructor(
    private readonly clocks: StoredClocks,
    private readonly rules: ClockRules,
  ) {}

  @Handles(ListClocksOf)
  async handle({ subject, subjectId }: ClocksOfRequest): Promise<ClocksOf> {
    const names = new LimitNames((await this.rules.current()).policies);
    const clocks = await this.clocks.of({ subject, id: subjectId });
    return { items: clocks.map((clock) => toClockDetails(clock, names)) };
  }
}
