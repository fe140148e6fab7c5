import { COMMON_ERRORS } from '@switchyard/contracts';
import { DomainError } from '@switchyard/platform';

/** Clocks of two machines may differ. */
const TOLERANCE_MS = 60_000;

/** @throws DomainError `request.invalid` for what has not happened yet */
export function assertNotFuture(field: string, at: Date, now: Date): void {
  if (at.getTime() <= now.getTime() + TOLERANCE_MS) return;
  throw new DomainError(COMMON_ERRORS.invalid, `${field} lies in the future; tell what has happened.`, {
    fields: [{ field, problems: [`must not be later than ${now.toISOString()}`] }],
  });
}
