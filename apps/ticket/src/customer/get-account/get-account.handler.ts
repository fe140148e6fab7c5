import { Controller } from '@nestjs/common';
import { AccountView, GetAccount, GetAccountRequest } from '@switchyard/contracts';
import { DomainError, Handles } from '@switchyard/platform';
import { toAccountView } from '../account-view';
import { Accounts } from '../accounts.port';

@Controller()
export class GetAccountHandler {
  constructor(private readonly accounts: Accounts) {}

  @Handles(GetAccount)
  async handle({ accountNo }: GetAccountRequest): Promise<AccountView> {
    const account = await this.accounts.find(accountNo);
    if (!account) {
      throw new DomainError('account.not-found', `No account ${accountNo} is registered.`, { accountNo });
    }
    return toAccountView(account);
  }
}
