import { AccountRegistered, type RequestContext } from '@switchyard/contracts';
import type { Outbox, UnitOfWork } from '@switchyard/platform';
import type { CustomerRow } from '../registers/customers';
import { HELD, noteStanding } from '../../customer/persistence/note-standing';
import { copyRows, type Incoming } from './copy-rows';

const INCOMING: Incoming<CustomerRow> = {
  table: 'incoming_customer',
  columns: [
    'account_no text',
    'name text',
    'kind text',
    'phones text[]',
    'address text',
    'area_code text',
    'value_tier text',
    'list_flag text',
    'important boolean',
    'customer_since date',
    'credit_score smallint',
  ],
  valuesOf: (row) => [
    row.accountNo,
    row.name,
    row.kind,
    row.phones,
    row.address,
    row.areaCode,
    row.valueTier,
    row.listFlag,
    row.important,
    row.customerSince,
    row.creditScore,
  ],
};

const INSERT = `with added as (
  insert into account (account_no, name, kind, phones, address, area_code, value_tier, list_flag, important,
    registered_at, updated_at, customer_since, credit_score)
  select account_no, name, coalesce(kind, 'resident'), coalesce(phones, '{}'), address, area_code,
    coalesce(value_tier, 'ordinary'), coalesce(list_flag, 'normal'), coalesce(important, false), $1, $1,
    customer_since, credit_score
  from pg_temp.incoming_customer order by account_no
  on conflict (account_no) do nothing returning account_no)
insert into pg_temp.told_customer select account_no from added`;

/** Only what differs is written; what a row leaves out stays as it was. In the order of keys, as every writer. */
const UPDATE = `with known as (
  select a.account_no, i.name, coalesce(i.kind, a.kind) as kind, coalesce(i.phones, a.phones) as phones,
    coalesce(i.address, a.address) as address, coalesce(i.area_code, a.area_code) as area_code,
    case when ${HELD('$1')} then a.value_tier else coalesce(i.value_tier, a.value_tier) end as value_tier,
    case when i.value_tier is null or ${HELD('$1')} then a.value_tier_source else 'told' end as value_tier_source,
    case when i.value_tier is null or ${HELD('$1')} then a.value_tier_until end as value_tier_until,
    coalesce(i.customer_since, a.customer_since) as customer_since,
    coalesce(i.credit_score, a.credit_score) as credit_score, coalesce(i.list_flag, a.list_flag) as list_flag,
    coalesce(i.important, a.important) as important
  from pg_temp.incoming_customer i join account a using (account_no)
  where not exists (select from pg_temp.told_customer t where t.account_no = a.account_no)
  order by a.account_no for update of a),
changed as (
  update account a set name = k.name, kind = k.kind, phones = k.phones, address = k.address, area_code = k.area_code,
    value_tier = k.value_tier, list_flag = k.list_flag, important = k.important, value_tier_source = k.value_tier_source,
    value_tier_until = k.value_tier_until, customer_since = k.customer_since, credit_score = k.credit_score, updated_at = $1
  from known k
  where a.account_no = k.account_no
    and (a.name, a.kind, a.phones, a.address, a.area_code, a.value_tier, a.value_tier_source, a.list_flag, a.important,
        a.customer_since, a.credit_score)
      is distinct from (k.name, k.kind, k.phones, k.address, k.area_code, k.value_tier, k.value_tier_source, k.list_flag,
        k.important, k.customer_since, k.credit_score)
  returning a.account_no)
insert into pg_temp.told_customer select account_no from changed`;

const INSTANT = (column: string): string =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** The account as its view has it. */
const ACCOUNT_EVENTS = `select json_strip_nulls(json_build_object('accountNo', account_no, 'name', name, 'kind', kind,
    'phones', to_json(phones), 'address', address, 'areaCode', area_code, 'valueTier', value_tier,
    'listFlag', list_flag, 'important', important, 'customerSince', customer_since::text, 'creditScore', credit_score,
    'valueTierSource', value_tier_source, 'valueTierUntil', ${INSTANT('value_tier_until')}, 'lifeCycle', life_cycle,
    'registeredAt', ${INSTANT('registered_at')},
    'updatedAt', ${INSTANT('updated_at')}))::text
  from account join pg_temp.told_customer using (account_no) order by account_no`;

/** Writes customers by sets and tells each that is new or changed. */
export async function writeCustomers(
  work: UnitOfWork,
  outbox: Outbox,
  rows: AsyncIterable<readonly CustomerRow[]>,
  now: Date,
  context: RequestContext,
): Promise<void> {
  await copyRows(work, INCOMING, rows);
  await noteStanding(work, { source: 'told', actor: context.actor.id });
  await work.query('create temporary table told_customer (account_no text primary key) on commit drop');
  await work.query(INSERT, [now]);
  await work.query(UPDATE, [now]);
  await outbox.appendSelected(AccountRegistered, ACCOUNT_EVENTS, [], context);
}
