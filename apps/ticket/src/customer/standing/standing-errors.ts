import { STANDING_ERRORS } from '@switchyard/contracts';
import { DomainError } from '@switchyard/platform';

export function accountNotFound(accountNo: string): DomainError {
  return new DomainError(STANDING_ERRORS.accountNotFound, `No account ${accountNo} is registered.`, {
    accountNo,
  });
}
