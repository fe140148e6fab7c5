import { STAFFING_ERRORS } from '@switchyard/contracts';
import { DomainError } from '@switchyard/platform';

export function proposalNotFound(proposalId: string): DomainError {
  return new DomainError(STAFFING_ERRORS.proposalNotFound, `There is no proposal ${proposalId}.`, {
    field: 'proposalId',
  });
}
