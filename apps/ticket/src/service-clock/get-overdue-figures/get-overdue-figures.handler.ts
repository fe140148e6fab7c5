import { Controller, Inject } from '@nestjs/common';
import {
  COMMON_ERRORS,
  GetOverdueFigures,
  OverdueFiguresRequest,
  type OverdueReport,
  type RequestContext,
} from '@switchyard/contracts';
import { CLOCK, type Clock, DomainError, Handles } from '@switchyard/platform';
import { StoredClocks } from '../stored-clocks.port';
import { scopeOf } from '../within-scope';
import { totalOf, withShare } from './overdue-report';

const DAY_MS = 86_400_000;
const USUAL_DAYS = 30;
const MOST_DAYS = 400;

@Controller()
export class GetOverdueFiguresHandler {
  constructor(
    private readonly clocks: StoredClocks,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Handles(GetOverdueFigures)
  async handle(request: OverdueFiguresRequest, context: RequestContext): Promise<OverdueReport> {
    const { by = 'owner', owner, limitId } = request;
    const now = this.clock.now();
    const to = request.to === undefined ? now : new Date(request.to);
    const from =
      request.from === undefined ? new Date(to.getTime() - USUAL_DAYS * DAY_MS) : new Date(request.from);
    assertSpan(from, to);
    const query = {
      from,
      to,
      by,
      ...scopeOf(context),
      ...(owner !== undefined && { owner }),
      ...(limitId !== undefined && { limitId }),
    };
    const rows = await this.clocks.figures(query, now);
    return {
      from: from.toISOString(),
      to: to.toISOString(),
      by,
      items: rows.map(withShare),
      total: totalOf(rows),
    };
  }
}

function assertSpan(from: Date, to: Date): void {
  if (from < to && to.getTime() - from.getTime() <= MOST_DAYS * DAY_MS) return;
  throw new DomainError(COMMON_ERRORS.invalid, `Give at most ${MOST_DAYS} days, from before to.`, {
    fields: [{ field: 'from', problems: [`must lie before to, by at most ${MOST_DAYS} days`] }],
  });
}
