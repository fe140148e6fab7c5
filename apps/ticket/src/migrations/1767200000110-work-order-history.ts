import { createHash } from 'node:crypto';
import { CHAIN_START, hashOf } from '@switchyard/domain';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Departments, kinds as data, the state of a work order and its history that nobody can change (§5). */
export class WorkOrderHistory1767200000110 implements MigrationInterface {
  readonly name = 'WorkOrderHistory1767200000110';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
    await makeRoom(runner);
    await beginHistories(runner);
    for (const statement of PROTECTION) await runner.query(statement);
  }

  /** What was an urging stays a query: nothing tells them apart any more. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table if exists site_verification, complaint_measure, harassment_entry, system_fault,
      work_order_event`);
    await runner.query('drop index if exists work_order_of_kind, work_order_of_area, work_order_of_phone');
    await runner.query('drop trigger if exists work_order_stays on work_order');
    await runner.query('drop trigger if exists work_order_all_stay on work_order');
    await runner.query('drop function if exists refuse_change');
    await runner.query(`alter table work_order drop column kind_version, drop column stage, drop column owner,
      drop column assignee, drop column responsible, drop column last_department, drop column content_category,
      drop column fields, drop column incomplete, drop column parent, drop column merged_into, drop column outage_id,
      drop column cycle, drop column paused, drop column urged, drop column promised_at, drop column told_at,
      drop column closed_at, drop column result, drop column result_code, drop column seq, drop column head_hash,
      drop column updated_at, drop column next_due_at, drop column grams`);
    await runner.query('drop table if exists work_order_kind, department');
    await runner.query(`update work_order set kind = 'fault-report' where kind = 'fault'`);
  }
}

const STATEMENTS = [
  `update work_order set kind = case kind when 'fault-report' then 'fault' else 'query' end
   where kind in ('fault-report', 'urging')`,

  `create table department (
     code text primary key check (code ~ '^[a-z][a-z0-9-]{0,39}$'),
     name text not null,
     name_en text not null,
     liaison_name text,
     liaison_phone text,
     head_name text,
     head_phone text,
     period_note text,
     active boolean not null default true,
     updated_at timestamptz not null default now(),
     updated_by text not null
   )`,
  `comment on column department.liaison_phone is 'personal data'`,
  `comment on column department.head_phone is 'personal data'`,
  `insert into department (code, name, name_en, updated_by) values
     ('centre', '客户服务中心', 'Service centre', 'system:ticket'),
     ('business', '业务部门', 'Business department', 'system:ticket'),
     ('discipline-inspection', '纪检监察', 'Discipline inspection', 'system:ticket'),
     ('repair', '抢修班', 'Repair crews', 'system:ticket'),
     ('dispatching', '调度', 'Dispatching', 'system:ticket'),
     ('production', '生产技术', 'Production and engineering', 'system:ticket'),
     ('expert-group', '专家咨询小组', 'Expert group', 'system:ticket'),
     ('billing-centre', '电费管理中心', 'Billing centre', 'system:ticket'),
     ('metering', '计量', 'Metering', 'system:ticket'),
     ('marketing-city', '地市市场营销部', 'City marketing department', 'system:ticket'),
     ('marketing-province', '省公司市场营销部', 'Province marketing department', 'system:ticket')`,

  // Which policies there are is known by the code that reads them.
  `alter table policy drop constraint if exists policy_name_check`,

  // Version 1 of each kind comes with the product.
  `create table work_order_kind (
     kind text not null,
     version integer not null check (version >= 2),
     valid_from timestamptz not null,
     document jsonb not null,
     set_by text not null,
     set_at timestamptz not null,
     primary key (kind, version),
     unique (kind, valid_from)
   )`,

  `alter table work_order
     add column kind_version integer not null default 1,
     add column stage text not null default 'received',
     add column owner text not null default 'centre' references department,
     add column assignee text,
     add column responsible text,
     add column last_department text,
     add column content_category text,
     add column fields jsonb not null default '{}',
     add column incomplete boolean not null default true,
     add column parent text references work_order,
     add column merged_into text references work_order,
     add column outage_id uuid,
     add column cycle integer not null default 1,
     add column paused boolean not null default false,
     add column urged integer not null default 0,
     add column promised_at timestamptz,
     add column told_at timestamptz,
     add column closed_at timestamptz,
     add column result text,
     add column result_code text,
     add column seq integer not null default 0,
     add column head_hash text not null default '',
     add column updated_at timestamptz,
     add column next_due_at timestamptz,
     add column grams text[] not null default '{}'`,
  `comment on column work_order.fields is 'may hold personal data'`,
  `comment on column work_order.next_due_at is 'the nearest due of a clock that is not met; kept by the service clocks'`,
  `comment on column work_order.grams is 'pairs of characters of the text, for the search'`,
  `update work_order set responsible = opened_by, updated_at = opened_at, next_due_at = due_at,
     stage = case status when 'closed' then 'closed' else 'received' end`,
  `alter table work_order alter column responsible set not null, alter column updated_at set not null,
     alter column kind_version drop default, alter column stage drop default`,
  `create index work_order_of_owner on work_order (owner, opened_at desc, number desc)`,
  `create index work_order_unfinished on work_order (owner, stage, opened_at desc) where status = 'open'`,
  `create index work_order_of_kind on work_order (kind, opened_at desc, number desc)`,
  `create index work_order_of_area on work_order (area_code, opened_at desc, number desc) where area_code is not null`,
  `create index work_order_of_assignee on work_order (assignee, opened_at desc) where assignee is not null and status = 'open'`,
  `create index work_order_of_responsible on work_order (responsible, opened_at desc) where status = 'open'`,
  `create index work_order_children on work_order (parent) where parent is not null`,
  `create index work_order_merged on work_order (merged_into) where merged_into is not null`,
  `create index work_order_of_outage on work_order (outage_id) where outage_id is not null`,
  `create index work_order_due on work_order (next_due_at, number) where status = 'open' and next_due_at is not null`,
  `create index work_order_due_of_owner on work_order (owner, next_due_at, number)
     where status = 'open' and next_due_at is not null`,
  `create index work_order_changed on work_order (updated_at desc, number desc)`,
  `create index work_order_of_phone on work_order (phone, opened_at desc) where phone is not null`,
  `create index work_order_grams on work_order using gin (grams)`,

  // What histories tell of verifications and measures, as lists; written by the reactions to the events.
  `create table site_verification (
     verification uuid primary key,
     number text not null references work_order,
     inspector text not null,
     matter text not null,
     status text not null check (status in ('requested', 'reported', 'sent-back', 'accepted')),
     due_at timestamptz,
     finding text,
     sent_back_reason text,
     requested_at timestamptz not null,
     updated_at timestamptz not null
   )`,
  `create index site_verification_newest on site_verification (requested_at desc, verification desc)`,
  `create index site_verification_of on site_verification (number)`,
  `create index site_verification_of_inspector on site_verification (inspector, requested_at desc)`,
  `create table complaint_measure (
     measure uuid primary key,
     number text not null references work_order,
     text text not null,
     department text not null references department,
     due_on date not null,
     status text not null check (status in ('planned', 'done', 'effective')),
     updated_at timestamptz not null
   )`,
  `create index complaint_measure_due on complaint_measure (due_on, measure)`,

  `create table harassment_entry (
     entry_id uuid primary key,
     reference text not null unique,
     at timestamptz not null,
     call_id text,
     phone text,
     text text not null,
     warned boolean not null,
     hung_up boolean not null,
     reported_to text not null,
     recorded_by text not null,
     recorded_at timestamptz not null
   )`,
  `comment on column harassment_entry.phone is 'personal data'`,
  `create index harassment_newest on harassment_entry (at desc, entry_id desc)`,
  `create index harassment_of_phone on harassment_entry (phone, at desc) where phone is not null`,
  `create table system_fault (
     fault_id uuid primary key,
     reference text not null unique,
     component text not null,
     symptom text not null,
     since timestamptz not null,
     told_to text not null,
     status text not null default 'open' check (status in ('open', 'solved')),
     cause text,
     solution text,
     solved_at timestamptz check (solved_at >= since),
     recorded_by text not null,
     recorded_at timestamptz not null
   )`,
  `create index system_fault_newest on system_fault (since desc, fault_id desc)`,

  // One row per change. Unique by (number, seq): whoever appends holds the work order's row, which counts them.
  `create table work_order_event (
     work_order_number text not null,
     seq integer not null check (seq >= 1),
     type text not null,
     at timestamptz not null,
     actor_id text not null,
     owner text not null,
     data jsonb not null,
     prev_hash text not null,
     hash text not null,
     primary key (work_order_number, seq, at)
   ) partition by range (at)`,
  `comment on column work_order_event.data is 'may hold personal data'`,
  `create index work_order_event_of_type on work_order_event (type, at)`,
  // Whatever month nobody prepared.
  `create table work_order_event_other partition of work_order_event default`,
  `create function refuse_change() returns trigger language plpgsql as $$
   begin
     raise exception '% of % is refused: what was written stays (rules.md §5)', tg_op, tg_table_name
       using errcode = 'restrict_violation';
   end $$`,
];

const PROTECTION = [
  `create trigger work_order_event_stays before update or delete on work_order_event
     for each row execute function refuse_change()`,
  `create trigger work_order_event_all_stay before truncate on work_order_event
     for each statement execute function refuse_change()`,
  `create trigger work_order_event_all_stay before truncate on work_order_event_other
     for each statement execute function refuse_change()`,
  `create trigger harassment_stays before update or delete on harassment_entry
     for each row execute function refuse_change()`,
  `create trigger work_order_stays before delete on work_order for each row execute function refuse_change()`,
  `create trigger work_order_all_stay before truncate on work_order
     for each statement execute function refuse_change()`,
];

/** A partition for each month in which something was opened. */
async function makeRoom(runner: QueryRunner): Promise<void> {
  const months = (await runner.query(
    `select distinct to_char(opened_at at time zone 'UTC', 'YYYY-MM') as month from work_order`,
  )) as { month: string }[];
  for (const { month } of months) {
    const from = new Date(`${month}-01T00:00:00Z`);
    const to = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + 1, 1));
    const name = `work_order_event_${month.replace('-', '_')}`;
    await runner.query(
      `create table ${name} partition of work_order_event
       for values from ('${from.toISOString()}') to ('${to.toISOString()}')`,
    );
    await runner.query(
      `create trigger work_order_event_all_stay before truncate on ${name}
       for each statement execute function refuse_change()`,
    );
  }
}

interface StoredWorkOrder {
  readonly number: string;
  readonly kind: string;
  readonly opened_at: Date;
  readonly opened_by: string;
  readonly owner: string;
  readonly channel: string;
  readonly reference: string;
  readonly anonymous: boolean;
  readonly text: string;
}

const MANY = 1_000;

/** What is there already gets a history that begins with its opening. */
async function beginHistories(runner: QueryRunner): Promise<void> {
  for (let after = ''; ;) {
    const orders = (await runner.query(
      `select number, kind, opened_at, opened_by, owner, channel, reference, anonymous, text from work_order
       where number > $1 order by number limit ${MANY}`,
      [after],
    )) as StoredWorkOrder[];
    const last = orders.at(-1);
    if (!last) return;
    const events = orders.map(openingOf);
    await runner.query(
      `insert into work_order_event (work_order_number, seq, type, at, actor_id, owner, data, prev_hash, hash)
       select number, 1, 'opened', at, actor, owner, data, '', hash
       from jsonb_to_recordset($1::jsonb) as e(number text, at timestamptz, actor text, owner text, data jsonb, hash text)`,
      [JSON.stringify(events)],
    );
    await runner.query(
      `update work_order set seq = 1, head_hash = e.hash
       from jsonb_to_recordset($1::jsonb) as e(number text, hash text) where e.number = work_order.number`,
      [JSON.stringify(events.map(({ number, hash }) => ({ number, hash })))],
    );
    after = last.number;
  }
}

function openingOf(order: StoredWorkOrder) {
  const { number, opened_at: at, opened_by: actor, owner } = order;
  const { kind, channel, reference, anonymous, text } = order;
  const data = { kind, kindVersion: 1, channel, reference, anonymous, text };
  const event = { number, seq: 1, type: 'opened', at, actorId: actor, owner, data, prevHash: CHAIN_START };
  const hash = hashOf(event, (hashed) => createHash('sha256').update(hashed).digest('hex'));
  return { number, at: at.toISOString(), actor, owner, data, hash };
}
