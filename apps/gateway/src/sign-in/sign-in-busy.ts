import { DomainError } from '@switchyard/platform';

/** Thrown when too many people sign in at this moment. */
export function signInBusy(): DomainError {
  return new DomainError('sign-in.busy', 'Too many people are signing in; try again in a few seconds.', {
    retryAfterSeconds: 3,
  });
}
