import { Controller, Inject } from '@nestjs/common';
import {
  COMMON_ERRORS,
  GetInspectorWorkload,
  GetInspectorWorkloadRequest,
  GetQualityReport,
  GetQualityReportRequest,
  type InspectorWorkloadPage,
  type QualityReportPage,
  type QualityReportRow,
  type QualityReportSort,
  type RequestContext,
} from '@switchyard/contracts';
import { daysBetween, localDate } from '@switchyard/domain';
import { CLOCK, type Clock, DomainError, Handles } from '@switchyard/platform';
import { pageAt } from '../../page-at';
import { StaffDirectory } from '../../staff/staff-directory.port';
import { QualityScope } from '../quality-scope';
import { QUALITY_DEFINITIONS } from './definitions';
import { QualityReports } from './quality-reports.port';

const MOST_DAYS = 366;

@Controller()
export class QualityReportsHandler {
  constructor(
    private readonly reports: QualityReports,
    private readonly staff: StaffDirectory,
    private readonly scope: QualityScope,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Handles(GetQualityReport)
  async report(request: GetQualityReportRequest, { actor }: RequestContext): Promise<QualityReportPage> {
    const { by, sort = 'key', limit = 50, cursor, ...filter } = request;
    assertPeriod(filter);
    const groups = await this.scope.groupsOf(actor);
    const rows = [...(await this.reports.rows(by, { ...filter, groups }))].sort(ORDERS[sort]);
    return { ...pageAt(rows, limit, cursor), definitions: QUALITY_DEFINITIONS.map((one) => ({ ...one })) };
  }

  @Handles(GetInspectorWorkload)
  async workload(request: GetInspectorWorkloadRequest): Promise<InspectorWorkloadPage> {
    const { from, to, limit = 50, cursor } = request;
    assertPeriod({ from, to });
    const names = new Map((await this.staff.list({})).map(({ staffNumber, name }) => [staffNumber, name]));
    const rows = await this.reports.workload(from, to, this.clock.now());
    const named = rows.map((row) => ({ ...row, name: names.get(row.inspector) ?? row.inspector }));
    return pageAt(named, limit, cursor);
  }
}

const byKey = (one: QualityReportRow, other: QualityReportRow) => (one.key < other.key ? -1 : 1);

const ORDERS: Readonly<
  Record<QualityReportSort, (one: QualityReportRow, other: QualityReportRow) => number>
> = {
  key: byKey,
  score: (one, other) => (one.meanScore ?? 101) - (other.meanScore ?? 101) || byKey(one, other),
  critical: (one, other) =>
    (other.criticalErrorPercent ?? -1) - (one.criticalErrorPercent ?? -1) || byKey(one, other),
  evaluations: (one, other) => other.evaluations - one.evaluations || byKey(one, other),
};

function assertPeriod({ from, to }: { readonly from: string; readonly to: string }): void {
  const days = daysBetween(localDate(from), localDate(to)) + 1;
  if (days >= 1 && days <= MOST_DAYS) return;
  throw new DomainError(COMMON_ERRORS.invalid, 'The period is empty or too long.', {
    fields: [{ field: 'to', problems: [`must be from ${from} on, at most ${MOST_DAYS} days`] }],
  });
}
