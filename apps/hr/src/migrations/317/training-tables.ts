/** Courses, the plan, needs, sessions, the training file (§15). */
export const TRAINING_TABLES = [
  `create table course (
     code text primary key check (code ~ '^[a-z0-9][a-z0-9-]{0,39}$'),
     version integer not null check (version >= 1),
     -- Titles, topics and rules, as the version has them.
     document jsonb not null,
     active boolean not null default true
   )`,
  `create table course_version (
     course_code text not null references course,
     version integer not null check (version >= 1),
     document jsonb not null,
     made_at timestamptz not null,
     made_by text not null,
     primary key (course_code, version)
   )`,
  `create table course_material (
     id uuid primary key,
     course_code text not null references course,
     file_key text not null,
     file_name text not null,
     media_type text not null,
     bytes bigint not null,
     added_at timestamptz not null,
     added_by text not null,
     removed_at timestamptz,
     removed_by text
   )`,
  `create index course_material_of on course_material (course_code) where removed_at is null`,
  `create table trainer (
     id uuid primary key,
     -- Absent for who comes from outside.
     staff_number text unique references staff,
     name text not null,
     course_codes text[] not null,
     remark text,
     active boolean not null default true
   )`,
  `create table training_plan (
     year integer not null check (year between 2000 and 2099),
     version integer not null check (version >= 1),
     items jsonb not null,
     made_at timestamptz not null,
     made_by text not null,
     approved_at timestamptz,
     approved_by text,
     primary key (year, version)
   )`,
  `create table training_need (
     id uuid primary key,
     year integer not null,
     quarter smallint not null check (quarter between 1 and 4),
     source text not null check (source in ('quality', 'manual')),
     topic text not null,
     course_code text references course,
     staff_numbers text[] not null,
     -- What quality found; none of it makes a second need.
     finding_ids text[] not null default '{}',
     remark text,
     state text not null check (state in ('open', 'planned', 'declined')),
     decision text,
     decided_at timestamptz,
     decided_by text,
     made_at timestamptz not null,
     made_by text not null
   )`,
  `create unique index training_need_of_quality on training_need (year, quarter, topic) where source = 'quality'`,
  `create index training_need_of_quarter on training_need (year, quarter, id)`,
  `create table training_session (
     id uuid primary key,
     course_code text not null,
     course_version integer not null,
     starts_at timestamptz not null,
     ends_at timestamptz not null check (ends_at > starts_at),
     place text not null,
     capacity integer not null check (capacity between 1 and 10000),
     -- Seats taken: the database itself lets no more in than there are.
     enrolled integer not null default 0 check (enrolled between 0 and capacity),
     trainer_id uuid references trainer,
     -- Minutes that are credited to who is there from beginning to end.
     minutes integer not null check (minutes between 1 and 6000),
     need_id uuid references training_need,
     state text not null check (state in ('planned', 'held', 'cancelled')),
     remark text,
     made_at timestamptz not null,
     made_by text not null,
     foreign key (course_code, course_version) references course_version
   )`,
  `create index training_session_by_start on training_session (starts_at, id)`,
  `create index training_session_of_course on training_session (course_code, starts_at)`,
  `create table training_enrolment (
     session_id uuid not null references training_session,
     staff_number text not null references staff,
     state text not null check (state in ('enrolled', 'waiting', 'withdrawn', 'attended', 'absent')),
     -- Place in the line of those who wait.
     seq bigint generated always as identity,
     attended_minutes integer check (attended_minutes >= 0),
     enrolled_at timestamptz not null,
     enrolled_by text not null,
     taken_at timestamptz,
     taken_by text,
     primary key (session_id, staff_number)
   )`,
  `create index training_enrolment_of on training_enrolment (staff_number, session_id)`,
  `create index training_enrolment_line on training_enrolment (session_id, seq) where state = 'waiting'`,
  // The training file: hours and marks, from sessions and from what other systems kept.
  `create table training_record (
     id uuid primary key,
     staff_number text not null references staff,
     course_code text not null references course,
     held_on date not null,
     minutes integer not null check (minutes between 0 and 6000),
     source text not null check (source in ('session', 'import')),
     session_id uuid references training_session,
     -- The other system's own name of it; one of a day and course unless given.
     reference text,
     completion text not null check (completion in ('completed', 'attendance-missing', 'exam-open', 'exam-failed')),
     score numeric(7, 2),
     full_marks numeric(7, 2) check (full_marks > 0),
     remark text,
     recorded_at timestamptz not null,
     recorded_by text not null,
     check ((score is null) = (full_marks is null)),
     check (score between 0 and full_marks),
     check ((source = 'session') = (session_id is not null)),
     check ((source = 'import') = (reference is not null))
   )`,
  `create unique index training_record_of_session on training_record (staff_number, session_id)`,
  `create unique index training_record_of_import on training_record (staff_number, course_code, reference)`,
  `create index training_record_by_day on training_record (held_on desc, id)`,
  `create index training_record_of on training_record (staff_number, held_on)`,
  `create table training_certificate (
     id uuid primary key,
     number text not null unique,
     staff_number text not null references staff,
     course_code text not null references course,
     -- What it was issued for: a record, or a person's decision.
     record_id uuid references training_record,
     issued_on date not null,
     expires_on date check (expires_on > issued_on),
     issued_by text not null,
     revoked_at timestamptz,
     revoked_by text,
     revoked_because text
   )`,
  `create unique index training_certificate_record on training_certificate (record_id) where revoked_at is null`,
  `create index training_certificate_of on training_certificate (staff_number, issued_on desc)`,
  `create index training_certificate_expiry on training_certificate (expires_on, id) where revoked_at is null`,
  `create table training_certificate_number (year integer primary key, last integer not null)`,
  `create table training_certificate_reminder (
     certificate_id uuid not null references training_certificate,
     days_before integer not null,
     reminded_on date not null,
     primary key (certificate_id, days_before)
   )`,
  // Answers without a name, and beside them only who has answered: nothing leads from the one to the other.
  `create table training_feedback (
     id uuid primary key,
     session_id uuid not null references training_session,
     ratings jsonb not null,
     remark text
   )`,
  `create index training_feedback_of on training_feedback (session_id)`,
  `create table training_feedback_token (token text primary key, session_id uuid not null references training_session)`,
  `create table training_feedback_secret (one boolean primary key default true check (one), secret bytea not null)`,
  `create table service_level_test (
     id uuid primary key,
     staff_number text not null references staff,
     taken_on date not null,
     written numeric(5, 2) not null check (written between 0 and 100),
     phone numeric(5, 2) not null check (phone between 0 and 100),
     written_percent integer not null,
     phone_percent integer not null,
     result numeric(5, 2) not null check (result between 0 and 100),
     recorded_at timestamptz not null,
     recorded_by text not null
   )`,
  `create index service_level_test_by_day on service_level_test (taken_on desc, id)`,
  `create index service_level_test_of on service_level_test (staff_number, taken_on desc)`,
  // Imports of records and of questions, with what was wrong with which row.
  `create table training_import (
     id uuid primary key,
     kind text not null check (kind in ('records', 'questions')),
     file_name text,
     sha256 text not null,
     rows_total integer not null,
     rows_added integer not null,
     rows_changed integer not null,
     rows_unchanged integer not null,
     rows_refused integer not null,
     warnings jsonb not null,
     made_at timestamptz not null,
     made_by text not null
   )`,
  `create table training_import_error (
     import_id uuid not null references training_import,
     place integer not null,
     line integer not null,
     field text not null,
     code text not null,
     reason jsonb not null,
     value text,
     primary key (import_id, place)
   )`,
];
