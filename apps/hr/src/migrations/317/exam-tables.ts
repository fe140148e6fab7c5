const KINDS = `'single', 'multiple', 'true-false', 'fill-number', 'fill-text', 'short'`;

/** The question bank, exams, sittings and what is written in them (§15). */
export const EXAM_TABLES = [
  `create table question (
     code text primary key check (code ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$'),
     version integer not null check (version >= 1),
     kind text not null check (kind in (${KINDS})),
     course_code text references course,
     topic text not null,
     difficulty text not null check (difficulty in ('easy', 'medium', 'hard')),
     -- Text, options and key, as the version has them.
     body jsonb not null,
     active boolean not null default true
   )`,
  `create index question_of on question (course_code, topic, difficulty) where active`,
  `create table question_version (
     question_code text not null references question,
     version integer not null check (version >= 1),
     document jsonb not null,
     made_at timestamptz not null,
     made_by text not null,
     primary key (question_code, version)
   )`,
  `create table exam (
     id uuid primary key,
     title text not null,
     course_code text references course,
     blueprint jsonb not null,
     duration_minutes integer not null check (duration_minutes between 1 and 600),
     pass_percent integer check (pass_percent between 1 and 100),
     second_marker boolean not null,
     -- Of a monthly exam: the month in which it counts for the score (§11).
     counts_for char(7),
     version integer not null check (version >= 1),
     active boolean not null default true,
     made_at timestamptz not null,
     made_by text not null
   )`,
  `create index exam_by_time on exam (made_at desc, id)`,
  `create index exam_of_month on exam (counts_for) where counts_for is not null`,
  `create table exam_sitting (
     id uuid primary key,
     exam_id uuid not null references exam,
     -- 0 is the exam itself, 1 its first resit.
     resit integer not null check (resit >= 0),
     resit_of uuid references exam_sitting,
     opens_at timestamptz not null,
     closes_at timestamptz not null check (closes_at > opens_at),
     attempt_limit integer not null check (attempt_limit between 1 and 20),
     -- Only who is on the list of candidates; everybody else.
     listed boolean not null,
     -- As the exam was when the sitting was made: edits do not change what is sat.
     title text not null,
     course_code text,
     blueprint jsonb not null,
     duration_minutes integer not null,
     pass_percent integer not null,
     second_marker boolean not null,
     counts_for char(7),
     policy jsonb not null,
     state text not null check (state in ('planned', 'cancelled', 'released')),
     released_at timestamptz,
     released_by text,
     made_at timestamptz not null,
     made_by text not null
   )`,
  `create unique index exam_sitting_resit on exam_sitting (resit_of) where state <> 'cancelled'`,
  `create index exam_sitting_of on exam_sitting (exam_id, resit)`,
  `create index exam_sitting_by_time on exam_sitting (opens_at desc, id)`,
  `create index exam_sitting_of_month on exam_sitting (counts_for) where counts_for is not null`,
  // Starts are counted here in one statement; the row is also the place in a list of candidates.
  `create table exam_candidate (
     sitting_id uuid not null references exam_sitting,
     staff_number text not null references staff,
     starts integer not null default 0,
     open_attempt uuid,
     primary key (sitting_id, staff_number)
   )`,
  `create index exam_candidate_of on exam_candidate (staff_number)`,
  `create table exam_attempt (
     id uuid primary key,
     sitting_id uuid not null references exam_sitting,
     staff_number text not null references staff,
     ordinal integer not null check (ordinal >= 1),
     seed text not null,
     -- Questions with their keys, as they were drawn.
     paper jsonb not null,
     full_marks integer not null check (full_marks > 0),
     started_at timestamptz not null,
     deadline_at timestamptz not null,
     accepts_until timestamptz not null check (accepts_until >= deadline_at),
     state text not null check (state in ('started', 'submitted', 'marked', 'released')),
     submitted_at timestamptz,
     submitted_by text check (submitted_by in ('examinee', 'deadline')),
     -- Points by the key, by question.
     auto_points jsonb,
     score numeric(7, 2),
     passed boolean,
     -- Before an appeal changed it.
     first_score numeric(7, 2),
     released_at timestamptz,
     unique (sitting_id, staff_number, ordinal),
     check (score between 0 and full_marks),
     check ((state = 'started') = (submitted_at is null)),
     check ((state in ('marked', 'released')) = (score is not null))
   )`,
  `create index exam_attempt_due on exam_attempt (accepts_until) where state = 'started'`,
  `create index exam_attempt_to_mark on exam_attempt (submitted_at, id) where state = 'submitted'`,
  `create index exam_attempt_of on exam_attempt (staff_number, started_at desc)`,
  `create table exam_answer (
     attempt_id uuid not null references exam_attempt,
     no integer not null,
     answer jsonb not null,
     -- Grows with every keystroke that is saved; what is older never takes the place of what is newer.
     order_no bigint not null,
     saved_at timestamptz not null,
     primary key (attempt_id, no)
   )`,
  `create function exam_answer_kept() returns trigger language plpgsql as $$
   begin
     if (select state from exam_attempt where id = coalesce(new.attempt_id, old.attempt_id)) <> 'started' then
       raise exception 'answers of a submitted exam attempt do not change';
     end if;
     return coalesce(new, old);
   end $$`,
  `create trigger exam_answer_kept before insert or update or delete on exam_answer
     for each row execute function exam_answer_kept()`,
  `create table exam_mark (
     attempt_id uuid not null references exam_attempt,
     no integer not null,
     -- 1 first, 2 second, 3 who settles, 4 an appeal.
     round smallint not null check (round between 1 and 4),
     points numeric(6, 2) not null check (points >= 0),
     remark text,
     marked_at timestamptz not null,
     marked_by text not null,
     primary key (attempt_id, no, round)
   )`,
  `create table exam_appeal (
     id uuid primary key,
     attempt_id uuid not null unique references exam_attempt,
     staff_number text not null,
     reason text not null,
     raised_at timestamptz not null,
     state text not null check (state in ('open', 'upheld', 'rejected')),
     decision text,
     decided_at timestamptz,
     decided_by text,
     score_before numeric(7, 2) not null,
     score_after numeric(7, 2)
   )`,
  `create index exam_appeal_by_time on exam_appeal (raised_at desc, id)`,
];
