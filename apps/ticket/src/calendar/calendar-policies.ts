import { Injectable } from '@nestjs/common';
import {
  closeOfBusiness,
  type DocumentProblem,
  type LocalDate,
  localDateAt,
  parseServiceHours,
  type Result,
  type ServiceHours,
  STANDARD_SERVICE_HOURS,
  type WorkingCalendar,
} from '@switchyard/domain';
import { PolicyDocuments } from '@switchyard/platform';

/** When the departments work. */
@Injectable()
export class CalendarPolicies {
  constructor(private readonly documents: PolicyDocuments) {}

  /** Close of business of any day of a calendar, as the time limits reckon it. */
  async closes(working: WorkingCalendar): Promise<(date: LocalDate) => Date> {
    const calendar = { working, hours: await this.serviceHours() };
    return (date) => closeOfBusiness(calendar, date);
  }

  /** Every version of the hours, the earliest first: a day is reckoned by the hours that it had. */
  async serviceHours(): Promise<readonly [ServiceHours, ...ServiceHours[]]> {
    const versions = await this.documents.versions('service-hours');
    const set = versions.map((version) =>
      valid(parseServiceHours(version.document, localDateAt(version.validFrom))),
    );
    return [STANDARD_SERVICE_HOURS, ...set.reverse()];
  }
}

/** Documents are checked before they are stored. */
function valid<T>(parsed: Result<T, readonly DocumentProblem[]>): T {
  if (parsed.ok) return parsed.value;
  throw new Error(`a stored policy is not valid: ${JSON.stringify(parsed.error)}`);
}
