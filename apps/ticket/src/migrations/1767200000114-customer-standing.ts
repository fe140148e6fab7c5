import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tenure, credit and life cycle of customers; every change of their standing; runs that reckon it anew (§17). */
export class CustomerStanding1767200000114 implements MigrationInterface {
  readonly name = 'CustomerStanding1767200000114';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop trigger if exists account_standing_new on account');
    await runner.query('drop trigger if exists account_standing_changed on account');
    await runner.query('drop table if exists customer_value_run, account_standing_change');
    await runner.query('drop function if exists note_account_standing, refuse_standing_change');
    await runner.query(`alter table account drop column customer_since, drop column credit_score,
      drop column value_tier_source, drop column value_tier_until, drop column value_evidence, drop column life_cycle`);
  }
}

const STATEMENTS = [
  `alter table policy drop constraint if exists policy_name_check`,
  `alter table account
     add column customer_since date,
     add column credit_score smallint check (credit_score between 0 and 100),
     add column value_tier_source text not null default 'told' check (value_tier_source in ('told', 'policy', 'manual')),
     add column value_tier_until timestamptz,
     add column value_evidence jsonb,
     add column life_cycle text check (life_cycle in ('identification', 'growth', 'stability', 'warning'))`,
  `comment on column account.value_tier_until is 'until when a tier that was set by hand holds; null: until released'`,
  `create index account_in_life_cycle on account (life_cycle, account_no) where life_cycle <> 'stability'`,

  `create table account_standing_change (
     id bigint generated always as identity primary key,
     account_no text not null,
     at timestamptz not null,
     field text not null,
     before text,
     after text not null,
     source text not null,
     actor text not null,
     reason text,
     evidence jsonb
   )`,
  `create index account_standing_change_of on account_standing_change (account_no, id desc)`,
  `create function refuse_standing_change() returns trigger language plpgsql as $$
   begin
     raise exception '% of % is refused', tg_op, tg_table_name;
   end $$`,
  `create trigger account_standing_append_only before update or delete or truncate on account_standing_change
     for each statement execute function refuse_standing_change()`,

  // Whoever writes accounts, one or a hundred thousand: no change of a standing is missed. Who and why is told by
  // the transaction, in ticket.standing. Of a new account only what is not the usual is kept.
  `create function note_account_standing() returns trigger language plpgsql as $$
   declare
     told jsonb := coalesce(nullif(current_setting('ticket.standing', true), ''), '{}')::jsonb;
   begin
     insert into account_standing_change (account_no, at, field, before, after, source, actor, reason, evidence)
     select new.account_no, new.updated_at, f.field, f.before, f.after, coalesce(told->>'source', 'told'),
       coalesce(told->>'actor', 'system:ticket'), told->>'reason',
       case when told->>'source' = 'policy' then new.value_evidence end
     from (values
       ('value-tier', case when tg_op = 'UPDATE' then old.value_tier end, new.value_tier, 'ordinary'),
       ('list-flag', case when tg_op = 'UPDATE' then old.list_flag end, new.list_flag, 'normal'),
       ('important', case when tg_op = 'UPDATE' then old.important::text end, new.important::text, 'false'),
       ('life-cycle', case when tg_op = 'UPDATE' then old.life_cycle end, new.life_cycle, '')
     ) as f(field, before, after, usual)
     where f.after is not null and f.after is distinct from f.before
       and (tg_op = 'UPDATE' or f.after <> f.usual);
     return null;
   end $$`,
  `create trigger account_standing_new after insert on account for each row
     when (new.value_tier <> 'ordinary' or new.list_flag <> 'normal' or new.important)
     execute function note_account_standing()`,
  `create trigger account_standing_changed after update on account for each row
     when ((old.value_tier, old.list_flag, old.important, old.life_cycle)
       is distinct from (new.value_tier, new.list_flag, new.important, new.life_cycle))
     execute function note_account_standing()`,

  `create table customer_value_run (
     id uuid primary key,
     state text not null check (state in ('running', 'completed', 'interrupted', 'failed')),
     day date not null,
     started_by text not null,
     started_at timestamptz not null,
     ended_at timestamptz,
     lease_until timestamptz,
     accounts integer not null default 0,
     changed integer not null default 0
   )`,
  `create unique index customer_value_run_one_at_a_time on customer_value_run ((true)) where state = 'running'`,
  `create index customer_value_run_latest on customer_value_run (started_at desc, id desc)`,
];
