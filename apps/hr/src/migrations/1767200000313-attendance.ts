import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Punches, cases in hand, what every shift of everybody was, and the months that are closed (§9). */
export class Attendance1767200000313 implements MigrationInterface {
  readonly name = 'Attendance1767200000313';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table if exists attendance_month_figure, attendance_month, return_interview, sick_call,
      lateness_interview, attendance_sweep, attendance_due, attendance_day, attendance_exemption, agent_case, punch_event, punch cascade`);
  }
}

const STATEMENTS = [
  `create table punch (
     id uuid primary key,
     staff_number text not null references staff,
     direction text not null check (direction in ('in', 'out')),
     at timestamptz not null,
     -- The zone of the clock that it was read from; instants are kept in UTC.
     zone text not null,
     source text not null check (source in ('sign-in', 'manual', 'field', 'correction')),
     state text not null check (state in ('valid', 'requested', 'refused', 'void')),
     reason text,
     place text,
     latitude double precision,
     longitude double precision,
     replaces uuid references punch,
     -- The same reference is the same punch, however often it is told.
     reference text not null unique,
     recorded_at timestamptz not null,
     recorded_by text not null
   )`,
  'create index punch_of_staff on punch (staff_number, at)',
  'create index punch_by_time on punch (at desc, id desc)',
  `create index punch_to_decide on punch (at) where state = 'requested'`,
  // Who did what with a punch, and why; nothing of it is changed.
  `create table punch_event (
     id bigint generated always as identity primary key,
     punch_id uuid not null references punch,
     kind text not null check (kind in ('recorded', 'approved', 'refused', 'voided')),
     note text,
     at timestamptz not null,
     by text not null
   )`,
  'create index punch_event_of_punch on punch_event (punch_id, id)',
  // A work order in somebody's hand, from its receipt until they did something about it (L31).
  `create table agent_case (
     id bigint generated always as identity primary key,
     staff_number text not null references staff,
     work_order text not null,
     received_at timestamptz not null,
     ended_at timestamptz,
     outcome text check (outcome in ('handled', 'taken-away')),
     check ((ended_at is null) = (outcome is null))
   )`,
  'create unique index agent_case_in_hand on agent_case (work_order) where ended_at is null',
  'create index agent_case_of_staff on agent_case (staff_number, received_at)',
  `create table attendance_exemption (
     id uuid primary key,
     staff_number text not null references staff,
     kind text not null check (kind in ('training', 'field-work')),
     from_at timestamptz not null,
     to_at timestamptz not null,
     reason text not null,
     reference text not null unique,
     recorded_at timestamptz not null,
     recorded_by text not null,
     withdrawn_at timestamptz,
     withdrawn_by text,
     check (to_at > from_at)
   )`,
  'create index attendance_exemption_of_staff on attendance_exemption (staff_number, from_at)',
  `create table attendance_day (
     entry_id uuid primary key,
     staff_number text not null references staff,
     work_date date not null,
     start_at timestamptz not null,
     end_at timestamptz not null,
     duty text not null,
     status text not null,
     final boolean not null,
     leave_share numeric(2, 1) not null,
     late_minutes integer not null,
     late_by text,
     late_logged boolean not null,
     signed_in_late_minutes integer not null,
     early_minutes integer not null,
     early_by text,
     absent_because text,
     missed text,
     first_in_at timestamptz,
     last_out_at timestamptz,
     first_case_work text,
     first_case_received_at timestamptz,
     first_case_handled_at timestamptz,
     rostered_minutes integer not null,
     worked_minutes integer not null,
     overtime_minutes integer not null,
     evaluated_at timestamptz not null
   )`,
  'create index attendance_day_of_staff on attendance_day (staff_number, work_date)',
  'create index attendance_day_by_date on attendance_day (work_date, staff_number)',
  // Whose days something happened to that is not reckoned yet.
  `create table attendance_due (
     staff_number text primary key references staff,
     from_date date not null,
     to_date date not null,
     failures integer not null default 0,
     next_try_at timestamptz not null
   )`,
  `create table attendance_sweep (one boolean primary key default true check (one), swept_at timestamptz not null)`,
  `create table lateness_interview (
     id uuid primary key,
     staff_number text not null references staff,
     month date not null,
     late_count integer not null,
     needed_count integer not null,
     required_at timestamptz not null,
     held_at timestamptz,
     held_by text,
     record text,
     file_key text,
     file_name text,
     reviewed_at timestamptz,
     reviewed_by text,
     review text,
     unique (staff_number, month),
     check (reviewed_at is null or held_at is not null)
   )`,
  `create table sick_call (
     id uuid primary key,
     staff_number text not null references staff,
     work_date date not null,
     called_at timestamptz not null,
     before_at timestamptz not null,
     note text,
     recorded_at timestamptz not null,
     recorded_by text not null,
     unique (staff_number, work_date)
   )`,
  'create index sick_call_by_date on sick_call (work_date)',
  `create table return_interview (
     id uuid primary key,
     staff_number text not null references staff,
     returned_on date not null,
     due_at timestamptz not null,
     held_at timestamptz,
     held_by text,
     record text,
     file_key text,
     file_name text,
     unique (staff_number, returned_on)
   )`,
  `create table attendance_month (
     month date primary key,
     state text not null check (state in ('closing', 'closed')),
     -- Up to this staff number all is reckoned.
     done_up_to text not null default '',
     staff_total integer not null,
     staff_done integer not null default 0,
     started_at timestamptz not null,
     started_by text not null,
     closed_at timestamptz
   )`,
  // Figures as they were closed; a correction afterwards adds a revision with its reason and changes none.
  `create table attendance_month_figure (
     month date not null,
     staff_number text not null references staff,
     revision integer not null check (revision >= 1),
     figures jsonb not null,
     reason text,
     made_at timestamptz not null,
     made_by text not null,
     primary key (month, staff_number, revision)
   )`,
];
