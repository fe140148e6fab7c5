import { Injectable } from '@nestjs/common';
import {
  CURSOR_PARTS,
  decodeCursor,
  type Nullable,
  pageOf,
  UnitOfWork,
  withoutNulls,
} from '@switchyard/platform';
import type { Account } from '../accounts.port';
import {
  Standings,
  type StandingByHand,
  type StandingChangeRow,
  type StandingChanges,
  type StandingFilter,
} from '../standing/standings.port';
import { HELD, noteStanding } from './note-standing';
import { ACCOUNT_COLUMNS, type AccountRow, toAccount } from './pg-accounts';

type Row = Nullable<StandingChangeRow> & { readonly id: string };

@Injectable()
export class PgStandings extends Standings {
  constructor(private readonly work: UnitOfWork) {
    super();
  }

  async set(
    accountNo: string,
    { valueTier, valueTierUntil, listFlag, important }: StandingByHand,
    by: { readonly actor: string; readonly reason: string },
    now: Date,
  ): Promise<Account | undefined> {
    await noteStanding(this.work, { source: 'manual', ...by });
    const [row] = await this.work.query<AccountRow>(
      `update account set value_tier = coalesce($2, value_tier),
         value_tier_source = case when $2::text is null then value_tier_source else 'manual' end,
         value_tier_until = case when $2::text is null then value_tier_until else $3::timestamptz end,
         list_flag = coalesce($4, list_flag), important = coalesce($5, important), updated_at = $6
       where account_no = $1 returning ${ACCOUNT_COLUMNS}`,
      [accountNo, valueTier, valueTierUntil, listFlag, important, now],
    );
    return row && toAccount(row);
  }

  async release(accountNo: string, now: Date): Promise<boolean> {
    const released = await this.work.execute(
      `update account a set value_tier_source = 'told', value_tier_until = null, updated_at = $2
       where account_no = $1 and ${HELD('$2')}`,
      [accountNo, now],
    );
    return released > 0;
  }

  async changes(filter: StandingFilter, limit: number, cursor?: string): Promise<StandingChanges> {
    const [before] = cursor === undefined ? [] : decodeCursor(cursor, CURSOR_PARTS.integer);
    const rows = await this.work.query<Row>(
      `select id, account_no as "accountNo", at, field, before, after, source, actor, reason, evidence
       from account_standing_change
       where ($1::text is null or account_no = $1) and ($2::text is null or field = $2)
         and ($3::text is null or source = $3) and ($4::timestamptz is null or at >= $4)
         and ($5::timestamptz is null or at < $5) and ($6::bigint is null or id < $6)
       order by id desc limit $7`,
      [filter.accountNo, filter.field, filter.source, filter.from, filter.to, before, limit + 1],
    );
    const page = pageOf(rows, limit, ({ id }) => [id]);
    return { ...page, items: page.items.map(toChange) };
  }
}

function toChange({ id: _id, ...row }: Row): StandingChangeRow {
  return withoutNulls<StandingChangeRow>(row);
}
