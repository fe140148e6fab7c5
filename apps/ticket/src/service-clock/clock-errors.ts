import { SERVICE_CLOCK_ERRORS } from '@switchyard/contracts';
import { DomainError } from '@switchyard/platform';

export function clockNotFound(details: Readonly<Record<string, unknown>>): DomainError {
  return new DomainError(SERVICE_CLOCK_ERRORS.notFound, 'There is no such time limit.', { ...details });
}
