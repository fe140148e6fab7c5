import { Controller, Inject } from '@nestjs/common';
import {
  type FollowUpFigures,
  type FollowUpFiguresReport,
  GetFollowUpFigures,
  GetFollowUpFiguresRequest,
} from '@switchyard/contracts';
import { type FollowUpCounts, followUpRates } from '@switchyard/domain';
import { CLOCK, type Clock, DomainError, Handles } from '@switchyard/platform';
import { FollowUps } from '../follow-ups.port';

@Controller()
export class GetFollowUpFiguresHandler {
  constructor(
    private readonly followUps: FollowUps,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Handles(GetFollowUpFigures)
  async handle(request: GetFollowUpFiguresRequest): Promise<FollowUpFiguresReport> {
    const { by = 'kind', ...filter } = request;
    const [from, before] = [new Date(filter.from), new Date(filter.before)];
    if (from >= before) {
      throw new DomainError('follow-up.period-empty', '`before` must be later than `from`.', {
        field: 'before',
      });
    }
    const question = { ...filter, by, from, before, now: this.clock.now() };
    const { rows, total } = await this.followUps.figures(question);
    return { items: [...rows].map(([of, counts]) => figures(of, counts)), total: figures('', total) };
  }
}

const figures = (of: string, counts: FollowUpCounts): FollowUpFigures => ({
  of,
  ...counts,
  ...followUpRates(counts),
});
