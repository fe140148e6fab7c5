const AUDIENCE = `departments text[] not null default '{}',
     posts text[] not null default '{}',
     groups text[] not null default '{}'`;

/** Overtime, the notice board and the rule book (§18a). */
export const BOARD_STATEMENTS: readonly string[] = [
  `create table overtime_request (
     id uuid primary key,
     staff_number text not null,
     group_code text,
     work_date date not null,
     from_at timestamptz not null,
     to_at timestamptz not null check (to_at > from_at),
     purpose text not null check (purpose in ('call-backs', 'peak', 'cover', 'other')),
     reason text not null,
     state text not null check (state in
       ('proposed', 'consented', 'refused', 'approved', 'declined', 'worked', 'withdrawn')),
     proposed_at timestamptz not null,
     proposed_by text not null,
     consented_at timestamptz,
     decided_at timestamptz,
     decided_by text,
     decision_reason text,
     worked_minutes integer check (worked_minutes between 0 and 1440),
     recorded_at timestamptz,
     recorded_by text
   )`,
  `create index overtime_newest on overtime_request (proposed_at desc, id desc)`,
  `create index overtime_of on overtime_request (staff_number, work_date)`,
  `create table board_notice (
     id uuid primary key,
     title text not null,
     body text not null,
     ${AUDIENCE},
     valid_from timestamptz not null,
     valid_to timestamptz check (valid_to > valid_from),
     pinned boolean not null,
     must_read boolean not null,
     posted_at timestamptz not null,
     posted_by text not null,
     withdrawn_at timestamptz,
     withdrawn_by text
   )`,
  `create index board_notice_newest on board_notice (posted_at desc, id desc)`,
  `create table board_acknowledgement (
     notice_id uuid not null references board_notice,
     staff_number text not null,
     acknowledged_at timestamptz not null,
     primary key (notice_id, staff_number)
   )`,
  `create table rule_book_entry (
     code text primary key check (code ~ '^[a-z][a-z0-9-]{0,39}$'),
     kind text not null check (kind in ('rule', 'workbook')),
     created_at timestamptz not null,
     ${AUDIENCE}
   )`,
  `create table rule_book_version (
     code text not null references rule_book_entry,
     version integer not null check (version > 0),
     title text not null,
     body text not null,
     change_note text not null,
     state text not null check (state in ('draft', 'approved', 'rejected')),
     drafted_at timestamptz not null,
     drafted_by text not null,
     decided_at timestamptz,
     decided_by text,
     decision_reason text,
     in_force_from date,
     primary key (code, version),
     check ((state = 'approved') = (in_force_from is not null))
   )`,
  // One open draft at a time: a change is decided before the next is drafted.
  `create unique index rule_book_draft on rule_book_version (code) where state = 'draft'`,
  `create table rule_book_receipt (
     code text not null,
     version integer not null,
     staff_number text not null,
     handed_out_at timestamptz not null,
     acknowledged_at timestamptz,
     primary key (code, version, staff_number),
     foreign key (code, version) references rule_book_version
   )`,
  `create index rule_book_receipt_of on rule_book_receipt (staff_number) where acknowledged_at is null`,
];
