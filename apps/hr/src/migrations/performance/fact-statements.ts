/** What other services tell of the staff's work, added up by person and day. */
export const PERFORMANCE_FACT_STATEMENTS: readonly string[] = [
  // Counts of one kind of one person and day. A person without a row on a day that was taken did nothing of the kind.
  `create table performance_day (
     day date not null,
     kind text not null check (kind in ('calls', 'ratings', 'presence')),
     staff_number text not null,
     counts jsonb not null,
     primary key (day, kind, staff_number)
   )`,
  `create index performance_day_of_person on performance_day (staff_number, day)`,
  // Without a row the day is unknown. "settled": taken after everything of the day could have ended.
  `create table performance_day_taken (
     day date not null,
     kind text not null check (kind in ('calls', 'ratings', 'presence', 'correctness')),
     taken_at timestamptz not null,
     settled boolean not null,
     problem text,
     primary key (day, kind)
   )`,
  // A work order in somebody's hand (L31). account_id: the sign-in account, or what a program calls the person.
  `create table performance_case (
     id uuid primary key,
     work text not null,
     seq integer not null,
     kind text not null,
     account_id text not null,
     received_at timestamptz not null,
     handled_at timestamptz,
     excluded_reason text,
     excluded_evidence text,
     excluded_by text,
     excluded_at timestamptz,
     unique (work, seq),
     check (handled_at is null or handled_at >= received_at),
     check ((excluded_reason is null) = (excluded_by is null))
   )`,
  `create index performance_case_open on performance_case (work) where handled_at is null`,
  `create index performance_case_of_person on performance_case (account_id, received_at desc, id)`,
  `create index performance_case_by_time on performance_case (received_at desc, id)`,
  // Who opened a work order, for what befalls it later.
  `create table performance_work (
     work text primary key,
     kind text not null,
     opened_by text not null,
     opened_at timestamptz not null
   )`,
  `create table performance_act (
     account_id text not null,
     day date not null,
     act text not null,
     times integer not null check (times > 0),
     primary key (account_id, day, act)
   )`,
  // What a second person judged of somebody's work (art. 23(8)); "day" is the first of the sample's period.
  `create table performance_judged (
     item_id uuid primary key,
     account_id text not null,
     subject text not null,
     work text not null,
     day date not null,
     whole_right boolean not null,
     fields integer not null,
     fields_right integer not null
   )`,
  `create index performance_judged_of_person on performance_judged (account_id, day)`,
  `create table performance_item (
     id uuid primary key,
     staff_number text not null,
     month text not null check (month ~ '^\\d{4}-(0[1-9]|1[0-2])$'),
     kind text not null check (kind in ('award', 'deduction', 'fine', 'complaint')),
     category text not null,
     points integer not null default 0 check (points >= 0),
     text text not null,
     evidence jsonb not null default '[]',
     incident text,
     recorded_by text not null,
     recorded_at timestamptz not null,
     cancelled_by text,
     cancelled_at timestamptz,
     cancelled_reason text,
     check ((cancelled_at is null) = (cancelled_by is null))
   )`,
  `create index performance_item_of_month on performance_item (month, staff_number) where cancelled_at is null`,
  `create index performance_item_newest on performance_item (recorded_at desc, id desc)`,
];
