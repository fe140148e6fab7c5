import { STAFFING_ERRORS } from '@switchyard/contracts';
import { daysBetween, type LocalDate, localDate } from '@switchyard/domain';
import { DomainError } from '@switchyard/platform';

const MOST_DAYS = 100;

export interface DaySpan {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** Days from one to the other, at most a hundred. @throws DomainError `staffing.span-invalid` */
export function daySpan(from: string, to: string): DaySpan {
  const span = { from: localDate(from), to: localDate(to) };
  const days = daysBetween(span.from, span.to) + 1;
  if (days < 1 || days > MOST_DAYS) throw spanInvalid('to', `from by at most ${MOST_DAYS - 1} days`);
  return span;
}

export function spanInvalid(field: string, rule: string): DomainError {
  const problem = `must follow ${rule}`;
  return new DomainError(STAFFING_ERRORS.spanInvalid, `${field} ${problem}.`, {
    fields: [{ field, problems: [problem] }],
  });
}
