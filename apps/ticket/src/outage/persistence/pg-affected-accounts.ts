import { Injectable } from '@nestjs/common';
import type { AffectedAccount } from '@switchyard/contracts';
import {
  CURSOR_PARTS,
  decodeCursor,
  type Nullable,
  pageOf,
  UnitOfWork,
  withoutNulls,
} from '@switchyard/platform';
import { AffectedAccounts } from '../notice-plan/list-affected-accounts/affected-accounts.port';

@Injectable()
export class PgAffectedAccounts extends AffectedAccounts {
  constructor(private readonly work: UnitOfWork) {
    super();
  }

  async list(
    areaCodes: readonly string[],
    important: boolean | undefined,
    limit: number,
    cursor?: string,
  ): Promise<{ readonly items: readonly AffectedAccount[]; readonly nextCursor?: string }> {
    const after = cursor === undefined ? [] : decodeCursor(cursor, /^[01]$/, CURSOR_PARTS.text);
    const rows = await this.work.query<Nullable<AffectedAccount>>(
      `select account_no as "accountNo", name, kind as "customerKind", area_code as "areaCode", important,
         phones[1] as phone
       from account
       where area_code = any($1) and ($2::boolean is null or important = $2)
         and ($3::text is null or (not important, account_no) > ($3 = '0', $4))
       order by not important, account_no limit $5`,
      [areaCodes, important, after[0], after[1], limit + 1],
    );
    const accounts = rows.map((row) => withoutNulls<AffectedAccount>(row));
    return pageOf(accounts, limit, (one) => [one.important ? '1' : '0', one.accountNo]);
  }
}
