import type { MigrationInterface, QueryRunner } from 'typeorm';

/** More of an outage: areas, announcement, approved maintenance; and who was told of it. */
export class OutageNotices1767200000112 implements MigrationInterface {
  readonly name = 'OutageNotices1767200000112';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table if exists outage_notice, outage_notice_plan');
    await runner.query('drop trigger if exists outage_has_its_area on outage');
    await runner.query('drop function if exists keep_area_of_outage');
    await runner.query(`alter table outage drop column area_codes, drop column range, drop column announced_at,
      drop column short_notice_reason, drop column maintenance_id, drop column announcement, drop column cancel_reason`);
    await runner.query('alter table outage_history drop column reason');
    await runner.query('drop table if exists maintenance_document');
  }
}

const STATEMENTS = [
  `create table maintenance_document (
     id uuid primary key,
     reference text not null unique,
     kind text not null check (kind in ('planned', 'temporary')),
     title text not null,
     approved_by text not null,
     approved_at timestamptz not null,
     area_codes text[] not null check (cardinality(area_codes) > 0),
     starts_at timestamptz not null,
     ends_at timestamptz not null check (ends_at > starts_at),
     file_key text,
     received_at timestamptz not null check (received_at >= approved_at),
     due_at timestamptz not null,
     registered_by text not null
   )`,
  `create index maintenance_by_approval on maintenance_document (approved_at desc, id desc)`,

  `alter table outage
     add column area_codes text[],
     add column range text,
     add column announced_at timestamptz,
     add column short_notice_reason text,
     add column maintenance_id uuid references maintenance_document,
     add column announcement text check (announcement in ('not-needed', 'in-time', 'short', 'not-announced')),
     add column cancel_reason text`,
  `update outage set area_codes = array[area_code]`,
  `alter table outage alter column area_codes set not null`,
  // Its own area is one of its areas, whoever writes it.
  `create function keep_area_of_outage() returns trigger language plpgsql as $$
     begin
       if new.area_codes is null or (tg_op = 'UPDATE' and new.area_code <> old.area_code) then
         new.area_codes := array[new.area_code];
       elsif not new.area_codes @> array[new.area_code] then
         new.area_codes := new.area_code || new.area_codes;
       end if;
       return new;
     end $$`,
  `create trigger outage_has_its_area before insert or update on outage
     for each row execute function keep_area_of_outage()`,
  `create index outage_in_area on outage using gin (area_codes) with (fastupdate = off)
     where restored_at is null and cancelled_at is null`,
  `alter table outage_history add column reason text`,

  `create table outage_notice_plan (
     id uuid primary key,
     outage_id uuid not null references outage,
     occasion text not null check (occasion in ('announcement', 'change', 'cancellation', 'restoration')),
     wanted_at timestamptz not null,
     made_at timestamptz,
     ended_at timestamptz,
     important_batch_id uuid,
     others_batch_id uuid,
     -- Somebody, or the policy, wants the others called.
     others_wanted boolean not null default false,
     important_started_at timestamptz,
     others_started_at timestamptz,
     -- The dialler was told that it ended.
     stopped_at timestamptz,
     next_try_at timestamptz not null
   )`,
  `create unique index outage_notice_plan_once on outage_notice_plan (outage_id, occasion) where occasion <> 'change'`,
  `create index outage_notice_plan_of on outage_notice_plan (outage_id, wanted_at)`,
  `create index outage_notice_plan_to_do on outage_notice_plan (next_try_at) where stopped_at is null`,

  `create table outage_notice (
     plan_id uuid not null references outage_notice_plan,
     recipient text not null,
     account_no text,
     name text,
     customer_kind text not null,
     phone text,
     area_code text,
     important boolean not null,
     state text not null check (state in ('waiting', 'calling', 'confirmed', 'failed', 'dropped')),
     proof text check (proof in ('answered-call', 'phone', 'sms', 'fax', 'in-person')),
     confirmed_by text,
     confirmed_at timestamptz,
     recorded_by text,
     note text,
     failure text,
     escalation_level smallint not null default 0,
     escalates_at timestamptz,
     primary key (plan_id, recipient),
     check ((state = 'confirmed') = (proof is not null)),
     check (important or escalates_at is null)
   )`,
  `comment on column outage_notice.name is 'personal data'`,
  `comment on column outage_notice.phone is 'personal data'`,
  `create index outage_notice_waiting on outage_notice (plan_id, important desc, recipient) where state = 'waiting'`,
  `create index outage_notice_listed on outage_notice (plan_id, important desc, recipient)`,
  `create index outage_notice_to_escalate on outage_notice (escalates_at)
     where escalates_at is not null and state in ('waiting', 'calling', 'failed')`,
];
