import { operation } from '../../kernel/contract';
import { Instant, OptionalAreaCode } from '../fields';
import { ServiceReportView } from './service-report.view';

export const SERVICE_REPORT_ERRORS = {
  /** It ends before it starts, or is longer than a year and a day. */
  badPeriod: 'service-report.bad-period',
  areaUnknown: 'service-report.area-unknown',
} as const;

export class GetServiceReportRequest {
  @Instant('Start of the period')
  from: string;

  @Instant('End of the period, not included; at most 366 days after its start')
  before: string;

  @OptionalAreaCode()
  areaCode?: string;
}

/** The customer-service information analysis of a period (art. 5(7), 6(6)(7), 7(7)), each figure beside that of the period before. */
export const GetServiceReport = operation({
  subject: 'ticket.query.service-report.v1',
  request: GetServiceReportRequest,
  reply: ServiceReportView,
  errors: [SERVICE_REPORT_ERRORS.badPeriod, SERVICE_REPORT_ERRORS.areaUnknown],
});
