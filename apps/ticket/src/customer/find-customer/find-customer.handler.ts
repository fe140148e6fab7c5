import { Controller } from '@nestjs/common';
import { COMMON_ERRORS, FindCustomer, FindCustomerRequest, type FoundCustomers } from '@switchyard/contracts';
import { DomainError, Handles } from '@switchyard/platform';
import { toCustomerSummary } from '../account-view';
import { Accounts, type Account } from '../accounts.port';

/** A switchboard's number may be bound to very many; no menu lets a caller choose among more. */
const MOST = 20;

@Controller()
export class FindCustomerHandler {
  constructor(private readonly accounts: Accounts) {}

  @Handles(FindCustomer)
  async handle(request: FindCustomerRequest): Promise<FoundCustomers> {
    return { accounts: (await this.find(request)).map(toCustomerSummary) };
  }

  private async find({ phone, accountNo }: FindCustomerRequest): Promise<readonly Account[]> {
    if (accountNo !== undefined) {
      const account = await this.accounts.find(accountNo);
      return account && (phone === undefined || account.phones.includes(phone)) ? [account] : [];
    }
    if (phone !== undefined) return this.accounts.boundTo(phone, MOST);
    throw new DomainError(COMMON_ERRORS.invalid, 'Give a phone, an account number, or both.', {
      fields: [{ field: 'phone', problems: ['must be given when there is no accountNo'] }],
    });
  }
}
