import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Follow-up calls: what is to be done, what was tried, and how the calls of a fault were sampled. */
export class FollowUp1767200000113 implements MigrationInterface {
  readonly name = 'FollowUp1767200000113';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table if exists follow_up_try, follow_up_item, follow_up_sample');
  }
}

const STATEMENTS = [
  // Which policies there are is known by the contract; each has a parser of its own.
  `alter table policy drop constraint if exists policy_name_check`,

  `create table follow_up_item (
     id uuid primary key,
     work_order_number text not null references work_order,
     kind text not null,
     purpose text not null check (purpose in ('decision-reply', 'call-back')),
     basis text not null check (basis in ('each', 'fault', 'picked')),
     fault_key text,
     cycle integer not null check (cycle >= 1),
     account_no text,
     phone text,
     customer_kind text not null,
     area_code text,
     arises_at timestamptz not null,
     call_from timestamptz not null,
     due_at timestamptz not null,
     provisional boolean not null,
     status text not null check (status in ('open', 'assigned', 'done', 'not-reached', 'excluded', 'withdrawn')),
     assignee_id text,
     planned_for timestamptz,
     plan_reason text,
     tries smallint not null default 0 check (tries >= 0),
     ended_at timestamptz,
     opinion text,
     satisfaction smallint check (satisfaction between 1 and 5),
     judgement text check (judgement in ('satisfied', 'neutral', 'dissatisfied')),
     action text check (action in ('reopen', 'open-complaint')),
     complaint_number text,
     exclusion_reason text,
     exclusion_text text,
     updated_at timestamptz not null,
     updated_by text not null,
     -- A case that was opened again is followed up again.
     unique (work_order_number, purpose, cycle),
     check ((status in ('open', 'assigned')) = (ended_at is null)),
     check ((status = 'excluded') = (exclusion_reason is not null))
   )`,
  `comment on column follow_up_item.phone is 'personal data'`,
  `comment on column follow_up_item.opinion is 'may hold personal data'`,
  `create index follow_up_to_do on follow_up_item (due_at, id) where ended_at is null`,
  `create index follow_up_by_due on follow_up_item (due_at, id)`,
  `create index follow_up_by_arising on follow_up_item (arises_at, id)`,
  `create index follow_up_by_call_from on follow_up_item (call_from, id)`,
  `create index follow_up_of_assignee on follow_up_item (assignee_id, due_at, id)`,
  `create index follow_up_of_fault on follow_up_item (fault_key) where fault_key is not null`,

  // Never changed: what a customer said stays as it was said (art. 21(8)).
  `create table follow_up_try (
     item_id uuid not null references follow_up_item,
     ordinal smallint not null check (ordinal >= 1),
     contact_id uuid not null,
     at timestamptz not null,
     by_id text not null,
     channel text not null check (channel in ('phone', 'fax')),
     outcome text not null,
     outside_hours boolean not null,
     call_reference text,
     opinion text,
     satisfaction smallint check (satisfaction between 1 and 5),
     recorded_at timestamptz not null,
     primary key (item_id, ordinal)
   )`,
  `comment on column follow_up_try.opinion is 'may hold personal data'`,
  `create function refuse_follow_up_try_change() returns trigger language plpgsql as $$
     begin raise exception 'what was recorded of a call is not changed'; end $$`,
  `create trigger follow_up_try_is_append_only before update or delete on follow_up_try
     for each row execute function refuse_follow_up_try_change()`,

  `create table follow_up_sample (
     fault_key text primary key,
     seed text not null,
     calls integer not null,
     without_contact integer not null,
     required integer not null,
     picked text[] not null,
     drawn_at timestamptz not null
   )`,
];
