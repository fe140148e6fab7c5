import { Injectable } from '@nestjs/common';
import {
  CURSOR_PARTS,
  decodeCursor,
  MicroBatch,
  type Nullable,
  pageOf,
  UnitOfWork,
  withoutNulls,
} from '@switchyard/platform';
import { HELD, noteStanding } from './note-standing';
import {
  Accounts,
  type Account,
  type AccountFacts,
  type AccountFilter,
  type AccountsPage,
} from '../accounts.port';

/** Row of `account` as an Account; columns that are null become absent by `toAccount`. */
export const ACCOUNT_COLUMNS = `account_no as "accountNo", name, kind, phones, address, area_code as "areaCode",
  value_tier as "valueTier", list_flag as "listFlag", important, registered_at as "registeredAt",
  updated_at as "updatedAt", customer_since::text as "customerSince", credit_score as "creditScore",
  value_tier_source as "valueTierSource", value_tier_until as "valueTierUntil", life_cycle as "lifeCycle"`;

export type AccountRow = Nullable<Account>;

@Injectable()
export class PgAccounts extends Accounts {
  /** Callers' numbers that are asked for in one turn are looked up by one statement. */
  private readonly bound = new MicroBatch<Wanted, readonly Account[]>((wanted) => this.boundToEach(wanted), {
    windowMs: 0,
  });

  constructor(private readonly work: UnitOfWork) {
    super();
  }

  async put(facts: AccountFacts, now: Date, toldBy = 'system:ticket'): Promise<Account> {
    await noteStanding(this.work, { source: 'told', actor: toldBy });
    const [row] = await this.work.query<AccountRow>(
      `insert into account as a (account_no, name, kind, phones, address, area_code, value_tier, list_flag, important,
         registered_at, updated_at, customer_since, credit_score)
       values ($1, $2, $3, $4, $5, $6, coalesce($7, 'ordinary'), coalesce($8, 'normal'), coalesce($9, false), $10, $10,
         $11, $12)
       on conflict (account_no) do update set name = excluded.name, kind = excluded.kind, phones = excluded.phones,
         address = excluded.address, area_code = excluded.area_code,
         value_tier = case when ${HELD('$10')} then a.value_tier else coalesce($7, a.value_tier) end,
         value_tier_source = case when $7 is null or ${HELD('$10')} then a.value_tier_source else 'told' end,
         value_tier_until = case when $7 is null or ${HELD('$10')} then a.value_tier_until end,
         customer_since = coalesce(excluded.customer_since, a.customer_since),
         credit_score = coalesce(excluded.credit_score, a.credit_score),
         list_flag = coalesce($8, a.list_flag), important = coalesce($9, a.important), updated_at = excluded.updated_at
       returning ${ACCOUNT_COLUMNS}`,
      [
        facts.accountNo,
        facts.name,
        facts.kind,
        facts.phones,
        facts.address,
        facts.areaCode,
        facts.valueTier,
        facts.listFlag,
        facts.important,
        now,
        facts.customerSince,
        facts.creditScore,
      ],
    );
    if (!row) throw new Error(`account ${facts.accountNo} was not stored`);
    return toAccount(row);
  }

  async find(accountNo: string): Promise<Account | undefined> {
    const [row] = await this.work.query<AccountRow>(
      `select ${ACCOUNT_COLUMNS} from account where account_no = $1`,
      [accountNo],
    );
    return row && toAccount(row);
  }

  async boundTo(phone: string, limit: number): Promise<readonly Account[]> {
    if (!this.work.isInTransaction) return this.bound.add({ phone, limit });
    return (await this.boundToEach([{ phone, limit }]))[0] ?? [];
  }

  async list(filter: AccountFilter, limit: number, cursor?: string): Promise<AccountsPage> {
    const [after] = cursor === undefined ? [] : decodeCursor(cursor, CURSOR_PARTS.text);
    const wanted: unknown[] = [];
    const where: string[] = [];
    const want = (condition: (parameter: string) => string, value: unknown): void => {
      if (value === undefined) return;
      wanted.push(value);
      where.push(condition(`$${wanted.length}`));
    };
    want((parameter) => `account_no > ${parameter}`, after);
    want(
      (parameter) => `name like ${parameter}`,
      filter.name === undefined ? undefined : beginning(filter.name),
    );
    want((parameter) => `kind = ${parameter}`, filter.kind);
    want((parameter) => `area_code = ${parameter}`, filter.areaCode);
    want((parameter) => `value_tier = ${parameter}`, filter.valueTier);
    want((parameter) => `list_flag = ${parameter}`, filter.listFlag);
    want((parameter) => `important = ${parameter}`, filter.important);
    want((parameter) => `life_cycle = ${parameter}`, filter.lifeCycle);
    const from = filter.phone === undefined ? 'account' : boundBy(`$${wanted.push(filter.phone)}`);
    const rows = await this.work.query<AccountRow>(
      `select ${ACCOUNT_COLUMNS} from ${from} ${where.length > 0 ? `where ${where.join(' and ')}` : ''}
       order by account_no limit ${limit + 1}`,
      wanted,
    );
    return pageOf(rows.map(toAccount), limit, ({ accountNo }) => [accountNo]);
  }

  private async boundToEach(wanted: readonly Wanted[]): Promise<readonly (readonly Account[])[]> {
    const rows = await this.work.queryPrepared<AccountRow & { readonly ordinal: number }>(
      'accounts-bound-to-each',
      `select wanted.ordinal::integer, found.* from unnest($1::text[], $2::integer[]) with ordinality as wanted (phone, most, ordinal),
       lateral (select ${ACCOUNT_COLUMNS} from ${boundBy('wanted.phone')} order by account_no limit wanted.most) found
       order by wanted.ordinal, found."accountNo"`,
      [wanted.map(({ phone }) => phone), wanted.map(({ limit }) => limit)],
    );
    const found: Account[][] = wanted.map(() => []);
    for (const { ordinal, ...row } of rows) found[ordinal - 1]?.push(toAccount(row));
    return found;
  }
}

interface Wanted {
  readonly phone: string;
  readonly limit: number;
}

/** Columns that are null become absent. */
export function toAccount(row: AccountRow): Account {
  return withoutNulls<Account>(row);
}

/** Found by number first, then put in order: a limit must not make the planner walk the accounts in their order. */
const boundBy = (parameter: string): string =>
  `(select * from account where phones @> array[${parameter}::text] offset 0) account`;

const beginning = (text: string): string => `${text.replace(/[\\%_]/g, '\\$&')}%`;
