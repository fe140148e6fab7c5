import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@switchyard/platform';
import { Accounts, type Account } from '../accounts.port';
import { AccountEntity } from './account.entity';

@Injectable()
export class TypeOrmAccounts extends Accounts {
  constructor(private readonly work: UnitOfWork) {
    super();
  }

  async put(account: Account): Promise<Account> {
    await this.work.manager
      .createQueryBuilder()
      .insert()
      .into(AccountEntity)
      .values({ ...account, phones: [...account.phones] })
      .orUpdate(['name', 'kind', 'phones', 'updated_at'], ['account_no'])
      .execute();
    return this.work.manager.findOneByOrFail(AccountEntity, { accountNo: account.accountNo });
  }

  async find(accountNo: string): Promise<Account | undefined> {
    return (await this.work.manager.findOneBy(AccountEntity, { accountNo })) ?? undefined;
  }
}
