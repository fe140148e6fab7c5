import { Injectable } from '@nestjs/common';
import type { ValueTier } from '@switchyard/contracts';
import type { CustomerValueFacts, LifeCycleStage } from '@switchyard/domain';
import { UnitOfWork } from '@switchyard/platform';
import type { Account } from '../accounts.port';
import { type Revaluation, type ValuedAccount, ValuedAccounts } from '../customer-value/valued-accounts.port';
import { HELD, noteStanding } from './note-standing';
import { ACCOUNT_COLUMNS, type AccountRow, toAccount } from './pg-accounts';

interface Row {
  readonly accountNo: string;
  readonly valueTier: ValueTier;
  readonly lifeCycle: LifeCycleStage | null;
  readonly held: boolean;
  readonly tenureMonths: number;
  readonly bills: CustomerValueFacts['bills'];
  readonly overdueMonths: number;
  readonly creditScore: number | null;
}

/** $1 is now, $2 the months. The latest month that can have a bill is the last whole one in China. */
const FACTS = `select a.account_no as "accountNo", a.value_tier as "valueTier", a.life_cycle as "lifeCycle",
    ${HELD('$1')} as held, a.credit_score as "creditScore",
    (extract(year from age) * 12 + extract(month from age))::integer as "tenureMonths",
    coalesce((
      select json_agg(json_build_object('monthsAgo', greatest(0, m.ago), 'amountFen', b.amount_fen))
      from bill b, lateral (select
        (extract(year from t.latest) * 12 + extract(month from t.latest)
          - left(b.bill_month, 4)::integer * 12 - right(b.bill_month, 2)::integer)::integer as ago) m
      where b.account_no = a.account_no and m.ago < $2), '[]') as bills,
    (select count(*)::integer from arrears r
     where r.account_no = a.account_no and r.amount_fen > 0 and r.due_date < t.today) as "overdueMonths"
  from account a,
    lateral (select ($1::timestamptz at time zone 'Asia/Shanghai')::date as today,
      date_trunc('month', $1::timestamptz at time zone 'Asia/Shanghai') - interval '1 month' as latest) t,
    lateral (select age(t.today, coalesce(a.customer_since, (a.registered_at at time zone 'Asia/Shanghai')::date)) as age) g`;

@Injectable()
export class PgValuedAccounts extends ValuedAccounts {
  constructor(private readonly work: UnitOfWork) {
    super();
  }

  async after(
    accountNo: string,
    limit: number,
    months: number,
    now: Date,
  ): Promise<readonly ValuedAccount[]> {
    const rows = await this.work.query<Row>(
      `${FACTS} where a.account_no > $3 order by a.account_no limit $4`,
      [now, months, accountNo, limit],
    );
    return rows.map(toValued);
  }

  async one(accountNo: string, months: number, now: Date): Promise<ValuedAccount | undefined> {
    const [row] = await this.work.query<Row>(`${FACTS} where a.account_no = $3`, [now, months, accountNo]);
    return row && toValued(row);
  }

  async apply(
    revaluations: readonly Revaluation[],
    by: { readonly actor: string; readonly reason?: string },
    now: Date,
  ): Promise<readonly Account[]> {
    await noteStanding(this.work, { source: 'policy', ...by });
    // In the order of keys, as every writer; a tier set by hand since it was read is left alone.
    const rows = await this.work.query<AccountRow>(
      `with wanted as (
         select w.* from unnest($1::text[], $2::text[], $3::text[], $4::jsonb[])
           as w(account_no, value_tier, life_cycle, evidence)
         join account l using (account_no) order by account_no for update of l)
       update account a set life_cycle = w.life_cycle, value_evidence = w.evidence, updated_at = $5,
         value_tier = case when ${HELD('$5')} then a.value_tier else w.value_tier end,
         value_tier_source = case when ${HELD('$5')} or a.value_tier = w.value_tier then a.value_tier_source
           else 'policy' end,
         value_tier_until = case when ${HELD('$5')} then a.value_tier_until end
       from wanted w where a.account_no = w.account_no
       returning ${ACCOUNT_COLUMNS.replace(/(^|, |\n +)(\w+)/g, '$1a.$2')}`,
      [
        revaluations.map((one) => one.accountNo),
        revaluations.map((one) => one.valueTier),
        revaluations.map((one) => one.lifeCycle),
        revaluations.map((one) => JSON.stringify(one.evidence)),
        now,
      ],
    );
    return rows.map(toAccount);
  }
}

function toValued({ accountNo, valueTier, lifeCycle, held, creditScore, ...facts }: Row): ValuedAccount {
  return {
    accountNo,
    valueTier,
    held,
    ...(lifeCycle !== null && { lifeCycle }),
    facts: { ...facts, ...(creditScore !== null && { creditScore }) },
  };
}
