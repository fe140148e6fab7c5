import { Inject, Injectable } from '@nestjs/common';
import { DAILY_REPORT_ERRORS, type RequestContext } from '@switchyard/contracts';
import { type LocalDate, localDateAt } from '@switchyard/domain';
import { CLOCK, type Clock, DomainError, systemContext } from '@switchyard/platform';
import { Members } from '../../workplace/common/members';
import { AssembleReport } from './assemble-report';
import { type DailyReport, DailyReports, type NewDailyReport } from './daily-reports.port';

export type ReportDraft = Omit<NewDailyReport, 'madeAt' | 'madeBy'>;

/** Makes the next version of a day's report; those before are kept. */
@Injectable()
export class MakeReport {
  constructor(
    private readonly assemble: AssembleReport,
    private readonly reports: DailyReports,
    private readonly members: Members,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError `daily-report.day-not-over` */
  async execute(day: LocalDate, context: RequestContext): Promise<DailyReport> {
    if (day >= localDateAt(this.clock.now())) {
      throw new DomainError(
        DAILY_REPORT_ERRORS.dayNotOver,
        `${day} is not over; its report can be made from the day after on.`,
        { field: 'day' },
      );
    }
    return this.keep(await this.parts(day, context), context);
  }

  /** What the report would hold now. */
  async parts(day: LocalDate, context: RequestContext = systemContext('hr')): Promise<ReportDraft> {
    const parts = await this.assemble.execute(day, context);
    return { day, parts, complete: parts.every(({ there }) => there) };
  }

  async keep(draft: ReportDraft, context: RequestContext): Promise<DailyReport> {
    const madeBy = await this.members.nameOf(context);
    return this.reports.add({ ...draft, madeAt: this.clock.now(), madeBy });
  }
}
