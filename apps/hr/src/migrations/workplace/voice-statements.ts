/** Proposals, complaints and surveys of the staff (§18a). */
export const VOICE_STATEMENTS: readonly string[] = [
  `create table staff_proposal (
     id uuid primary key,
     staff_number text not null,
     title text not null,
     text text not null,
     state text not null check (state in ('submitted', 'adopted', 'declined', 'withdrawn')),
     submitted_at timestamptz not null,
     due_on date not null,
     judged_at timestamptz,
     judged_on date,
     judged_by text,
     judgement text
   )`,
  `create index staff_proposal_newest on staff_proposal (submitted_at desc, id desc)`,
  `create index staff_proposal_adopted on staff_proposal (judged_on) where state = 'adopted'`,
  // Of an anonymous complaint there is no staff number: who knows the receipt reads the answer.
  `create table staff_complaint (
     id uuid primary key,
     office text not null check (office in ('hr', 'head', 'director')),
     staff_number text,
     receipt_hash text unique,
     subject text not null,
     state text not null check (state in ('open', 'answered', 'closed')),
     submitted_at timestamptz not null,
     due_on date not null,
     answered_at timestamptz,
     closed_at timestamptz,
     check ((staff_number is null) <> (receipt_hash is null))
   )`,
  `comment on column staff_complaint.subject is 'personal data'`,
  `create index staff_complaint_newest on staff_complaint (office, submitted_at desc, id desc)`,
  `create table staff_complaint_message (
     id bigint generated always as identity primary key,
     complaint_id uuid not null references staff_complaint,
     side text not null check (side in ('complainant', 'office')),
     text text not null,
     at timestamptz not null,
     -- Of the office alone.
     by_staff text
   )`,
  `comment on column staff_complaint_message.text is 'personal data'`,
  `create index staff_complaint_message_of on staff_complaint_message (complaint_id, id)`,
  `create table staff_survey (
     id uuid primary key,
     title_zh text not null,
     title_en text not null,
     questions jsonb not null,
     departments text[] not null default '{}',
     posts text[] not null default '{}',
     groups text[] not null default '{}',
     opens_at timestamptz not null,
     closes_at timestamptz not null check (closes_at > opens_at),
     -- Policy of the day on which it was made: nobody lowers it afterwards.
     least_answers integer not null,
     -- How many it was for when it closed.
     addressed integer,
     -- Thrown away with the tokens once it is closed.
     secret text,
     closed_at timestamptz,
     created_at timestamptz not null,
     created_by text not null
   )`,
  `create index staff_survey_newest on staff_survey (created_at desc, id desc)`,
  `create table staff_survey_token (
     survey_id uuid not null references staff_survey,
     token text not null,
     primary key (survey_id, token)
   )`,
  // Without time, and without anything of who answered.
  `create table staff_survey_answer (
     id uuid primary key default gen_random_uuid(),
     survey_id uuid not null references staff_survey,
     answers jsonb not null
   )`,
  `create index staff_survey_answer_of on staff_survey_answer (survey_id)`,
];
