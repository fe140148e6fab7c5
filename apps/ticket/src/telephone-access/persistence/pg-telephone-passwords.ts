import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@switchyard/platform';
import { type KeptPassword, TelephonePasswords } from '../telephone-passwords.port';

@Injectable()
export class PgTelephonePasswords extends TelephonePasswords {
  constructor(private readonly work: UnitOfWork) {
    super();
  }

  async hashOf(accountNo: string): Promise<string | undefined> {
    const [row] = await this.work.query<{ hash: string }>(
      'select hash from telephone_password where account_no = $1',
      [accountNo],
    );
    return row?.hash;
  }

  async setAt(accountNo: string): Promise<Date | undefined> {
    const [row] = await this.work.query<{ setAt: Date }>(
      'select set_at as "setAt" from telephone_password where account_no = $1',
      [accountNo],
    );
    return row?.setAt;
  }

  async keep({ accountNo, hash, setAt, setBy }: KeptPassword): Promise<void> {
    await this.work.query(
      `insert into telephone_password (account_no, hash, set_at, set_by) values ($1, $2, $3, $4)
       on conflict (account_no) do update set hash = excluded.hash, set_at = excluded.set_at, set_by = excluded.set_by`,
      [accountNo, hash, setAt, setBy],
    );
  }

  async remove(accountNo: string): Promise<void> {
    await this.work.query('delete from telephone_password where account_no = $1', [accountNo]);
  }
}
