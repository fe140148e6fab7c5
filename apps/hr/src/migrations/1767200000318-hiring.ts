import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Vacancies, candidates, interviews and the onboarding checklist (§16). */
export class Hiring1767200000318 implements MigrationInterface {
  readonly name = 'Hiring1767200000318';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'drop table if exists candidate_event, onboarding_entry, interview, candidate, vacancy cascade',
    );
  }
}

const STATEMENTS = [
  `create table vacancy (
     id uuid primary key,
     department_code text not null references department,
     post_code text not null references post,
     group_code text references staff_group,
     head_count integer not null check (head_count between 1 and 1000),
     filled integer not null default 0 check (filled between 0 and head_count),
     reason text not null,
     wanted_by date,
     state text not null check (state in ('requested', 'refused', 'approved', 'open', 'filled', 'closed')),
     requested_by text not null,
     requested_at timestamptz not null,
     decided_by text,
     decided_at timestamptz,
     opened_at timestamptz,
     ended_at timestamptz,
     note text
   )`,
  `create index vacancy_newest on vacancy (requested_at desc, id desc)`,
  `create table candidate (
     id uuid primary key,
     vacancy_id uuid not null references vacancy,
     name text not null,
     phone text,
     channel text not null check (channel in ('web', 'campus', 'referral', 'other')),
     referred_by text references staff,
     note text,
     education text,
     mandarin text,
     characters_per_minute integer,
     office boolean,
     state text not null check (state in ('new', 'interviewed', 'offered', 'hired', 'rejected', 'withdrawn')),
     background text check (background in ('clear', 'concern')),
     background_note text,
     contract_signed_on date,
     contract_until date check (contract_until >= contract_signed_on),
     waiver text,
     end_reason text,
     staff_number text unique references staff,
     applied_at timestamptz not null,
     updated_at timestamptz not null,
     check ((state = 'hired') = (staff_number is not null))
   )`,
  `comment on column candidate.name is 'personal data'`,
  `comment on column candidate.phone is 'personal data'`,
  `create index candidate_newest on candidate (applied_at desc, id desc)`,
  `create index candidate_of_vacancy on candidate (vacancy_id)`,
  `create table interview (
     id uuid primary key,
     candidate_id uuid not null references candidate,
     held_at timestamptz not null,
     interviewer text not null,
     marks jsonb not null,
     mean numeric(4, 1) not null,
     passed boolean not null,
     weak text[] not null,
     remark text,
     recorded_at timestamptz not null
   )`,
  `create index interview_of_candidate on interview (candidate_id, recorded_at desc)`,
  `create table onboarding_entry (
     candidate_id uuid not null references candidate,
     code text not null,
     place integer not null,
     name_zh text not null,
     name_en text not null,
     done_at timestamptz,
     done_by text,
     note text,
     primary key (candidate_id, code)
   )`,
  `create table candidate_event (
     id bigint generated always as identity primary key,
     candidate_id uuid not null references candidate,
     at timestamptz not null,
     by text not null,
     what text not null,
     note text
   )`,
  `create index candidate_event_of on candidate_event (candidate_id, id desc)`,
];
