import { TELEPHONE_PASSWORD_ERRORS } from '@switchyard/contracts';
import { DomainError } from '@switchyard/platform';

/** Thrown when too many passwords wait to be checked at this moment. */
export function passwordBusy(): DomainError {
  return new DomainError(
    TELEPHONE_PASSWORD_ERRORS.busy,
    'Too many telephone passwords are being checked; try again in a second.',
    { retryAfterSeconds: 1 },
  );
}
