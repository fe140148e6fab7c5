import { Controller, Inject } from '@nestjs/common';
import {
  GetServiceReport,
  GetServiceReportRequest,
  SERVICE_REPORT_ERRORS,
  type ServiceReportView,
} from '@switchyard/contracts';
import { CLOCK, type Clock, DomainError, Handles } from '@switchyard/platform';
import { Areas } from '../../area/areas.port';
import { TakeServiceReport } from './take-service-report.use-case';

const LONGEST_MS = 366 * 86_400_000;

@Controller()
export class GetServiceReportHandler {
  constructor(
    private readonly report: TakeServiceReport,
    private readonly areas: Areas,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Handles(GetServiceReport)
  async handle({ from, before, areaCode }: GetServiceReportRequest): Promise<ServiceReportView> {
    const period = { from: new Date(from), before: new Date(before) };
    assertPeriod(period.from, period.before);
    const area = areaCode === undefined ? undefined : await this.areas.find(areaCode);
    if (areaCode !== undefined && !area) {
      throw new DomainError(SERVICE_REPORT_ERRORS.areaUnknown, `There is no area ${areaCode}.`, {
        field: 'areaCode',
        areaCode,
      });
    }
    const now = this.clock.now();
    const figures = await this.report.execute(
      { ...period, ...(areaCode !== undefined && { areaCode }) },
      now,
    );
    return {
      ...figures,
      from: period.from.toISOString(),
      before: period.before.toISOString(),
      ...(area && { areaCode: area.code, areaName: area.name }),
      takenAt: now.toISOString(),
    };
  }
}

function assertPeriod(from: Date, before: Date): void {
  const length = before.getTime() - from.getTime();
  if (length > 0 && length <= LONGEST_MS) return;
  throw new DomainError(
    SERVICE_REPORT_ERRORS.badPeriod,
    length > 0
      ? 'A report covers at most 366 days; give a later start.'
      : 'The period ends before it starts.',
    { field: 'before' },
  );
}
