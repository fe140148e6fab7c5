import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Leave with its approval, papers and balances (§10); shifts that people swap (§8). */
export class LeaveAndSwaps1767200000314 implements MigrationInterface {
  readonly name = 'LeaveAndSwaps1767200000314';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table if exists swap_event, swap_shift, swap, annual_entitlement, leave_event, leave_paper, leave_day,
      leave_step, leave_request cascade`);
  }
}

const STATEMENTS = [
  `create table leave_request (
     id uuid primary key,
     staff_number text not null references staff,
     kind text not null,
     from_date date not null,
     from_half text not null check (from_half in ('am', 'pm')),
     to_date date not null,
     to_half text not null check (to_half in ('am', 'pm')),
     -- Half days that count.
     halves integer not null check (halves >= 0),
     reason text not null,
     exceptions text[] not null default '{}',
     exception_reason text,
     extends_id uuid references leave_request,
     state text not null check (state in ('requested', 'approved', 'refused', 'withdrawn', 'cancelled')),
     reference text not null unique,
     applied_at timestamptz not null,
     applied_by text not null,
     decided_at timestamptz,
     papers_due date,
     cancel_from date,
     cancel_reason text,
     cancel_asked_at timestamptz,
     check (from_date <= to_date)
   )`,
  'create index leave_request_of_staff on leave_request (staff_number, from_date)',
  'create index leave_request_by_application on leave_request (applied_at desc, id desc)',
  // Made once, with the request.
  `create table leave_step (
     leave_id uuid not null references leave_request,
     place integer not null,
     approver_kind text not null,
     state text not null check (state in ('waiting', 'approved', 'refused')),
     decided_by text references staff,
     decided_at timestamptz,
     alternate boolean,
     note text,
     primary key (leave_id, place)
   )`,
  // Half by half; nobody is twice on leave at a time.
  `create table leave_day (
     leave_id uuid not null references leave_request,
     staff_number text not null references staff,
     date date not null,
     half text not null check (half in ('am', 'pm')),
     kind text not null,
     type text not null check (type in ('work', 'rest', 'statutory', 'in-lieu')),
     counts boolean not null,
     state text not null check (state in ('reserved', 'approved', 'ended')),
     primary key (leave_id, date, half)
   )`,
  `create unique index leave_day_once on leave_day (staff_number, date, half) where state <> 'ended'`,
  `create index leave_day_by_date on leave_day (date, staff_number) where state <> 'ended'`,
  `create table leave_paper (
     id uuid primary key,
     leave_id uuid not null references leave_request,
     kind text not null,
     file_key text not null,
     file_name text not null,
     bytes bigint not null,
     added_at timestamptz not null,
     added_by text not null
   )`,
  `comment on table leave_paper is 'personal data: sick notes'`,
  'create index leave_paper_of_leave on leave_paper (leave_id)',
  `create table leave_event (
     id bigint generated always as identity primary key,
     leave_id uuid not null references leave_request,
     kind text not null,
     note text,
     at timestamptz not null,
     by text not null
   )`,
  'create index leave_event_of_leave on leave_event (leave_id, id)',
  // Days that HR set for a year; the newest holds.
  `create table annual_entitlement (
     id bigint generated always as identity primary key,
     staff_number text not null references staff,
     year integer not null,
     days numeric(4, 1) not null check (days >= 0),
     reason text not null,
     set_at timestamptz not null,
     set_by text not null
   )`,
  'create index annual_entitlement_of_staff on annual_entitlement (staff_number, year, id)',
  `create table swap (
     id uuid primary key,
     kind text not null check (kind in ('single', 'pair')),
     requester text not null references staff,
     partner text not null references staff,
     state text not null check (state in ('proposed', 'consented', 'approved', 'declined', 'refused', 'withdrawn')),
     -- Month and year that it counts in: of the first shift that is given away.
     month date not null,
     reason text not null,
     reference text not null unique,
     proposed_at timestamptz not null,
     proposed_by text not null,
     decided_at timestamptz,
     decided_by text references staff,
     note text,
     repayment_due date not null,
     repayment text not null check (repayment in ('none', 'owed', 'proposed', 'done')),
     return_proposed_by text references staff,
     reminded_at timestamptz,
     overdue_told_at timestamptz,
     check (requester <> partner)
   )`,
  `create index swap_of_requester on swap (requester, month) where state in ('proposed', 'consented', 'approved')`,
  'create index swap_of_partner on swap (partner, month)',
  'create index swap_by_time on swap (proposed_at desc, id desc)',
  `create index swap_owed on swap (repayment_due) where state = 'approved' and repayment in ('owed', 'proposed')`,
  `create table swap_shift (
     swap_id uuid not null references swap,
     side text not null check (side in ('given', 'taken')),
     place integer not null,
     entry_id uuid not null,
     work_date date not null,
     start_at timestamptz not null,
     end_at timestamptz not null,
     -- While it may still be swapped, in one swap only.
     live boolean not null,
     new_entry_id uuid,
     primary key (swap_id, side, place)
   )`,
  'create unique index swap_shift_once on swap_shift (entry_id) where live',
  `create table swap_event (
     id bigint generated always as identity primary key,
     swap_id uuid not null references swap,
     kind text not null,
     note text,
     at timestamptz not null,
     by text not null
   )`,
  'create index swap_event_of_swap on swap_event (swap_id, id)',
];
