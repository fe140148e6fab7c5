import { Injectable } from '@nestjs/common';
import {
  GetQueueFigures,
  GetRatingFigures,
  GetServiceReport,
  type RequestContext,
} from '@switchyard/contracts';
import { instantAt, type LocalDate, MINUTES_PER_DAY } from '@switchyard/domain';
import { DomainError, Logger, OperationClient } from '@switchyard/platform';
import { AttendanceOfDay } from './attendance-of-day';
import type { ReportLine, ReportPart } from './daily-reports.port';
import { telephoneLines } from './parts/telephone-lines';
import { ticketLines } from './parts/ticket-lines';

const TIMEOUT = { timeoutMs: 20_000 };
const PARTS = {
  telephone: { titleZh: '话务', titleEn: 'Telephone' },
  tickets: { titleZh: '工单', titleEn: 'Work orders' },
  attendance: { titleZh: '考勤', titleEn: 'Attendance' },
} as const;
type PartName = keyof typeof PARTS;

/** Puts a day's report together; a part whose figures cannot be had says so, and never reads as nought. */
@Injectable()
export class AssembleReport {
  private readonly logger: Logger;

  constructor(
    private readonly operations: OperationClient,
    private readonly attendance: AttendanceOfDay,
    logger: Logger,
  ) {
    this.logger = logger.named('AssembleReport');
  }

  execute(day: LocalDate, context: RequestContext): Promise<ReportPart[]> {
    const from = instantAt(day, 0).toISOString();
    const end = instantAt(day, MINUTES_PER_DAY).toISOString();
    return Promise.all([
      this.part('telephone', async () => {
        const time = { from, to: end };
        const [queues, ratings] = await Promise.all([
          this.operations.call(
            GetQueueFigures,
            { ...time, interval: 'whole', groupBy: 'queue' },
            context,
            TIMEOUT,
          ),
          this.operations.call(GetRatingFigures, { ...time, groupBy: 'queue' }, context, TIMEOUT),
        ]);
        return telephoneLines(queues, ratings);
      }),
      this.part('tickets', async () =>
        ticketLines(await this.operations.call(GetServiceReport, { from, before: end }, context, TIMEOUT)),
      ),
      this.part('attendance', () => this.attendance.linesOf(day)),
    ]);
  }

  private async part(part: PartName, lines: () => Promise<readonly ReportLine[]>): Promise<ReportPart> {
    try {
      return { part, ...PARTS[part], there: true, lines: await lines() };
    } catch (error) {
      const known = error instanceof DomainError;
      const reason = known ? error.code : 'service.internal-error';
      this.logger.warn('a part of the daily report is away', { part, reason, ...(!known && { err: error }) });
      return { part, ...PARTS[part], there: false, reason, lines: [] };
    }
  }
}
