import { Controller } from '@nestjs/common';
import { type AccountPage, ListAccounts, ListAccountsRequest } from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { toAccountView } from '../account-view';
import { Accounts } from '../accounts.port';

@Controller()
export class ListAccountsHandler {
  constructor(private readonly accounts: Accounts) {}

  @Handles(ListAccounts)
  async handle({ limit = 50, cursor, ...filter }: ListAccountsRequest): Promise<AccountPage> {
    const page = await this.accounts.list(filter, limit, cursor);
    return { items: page.items.map(toAccountView), nextCursor: page.nextCursor };
  }
}
