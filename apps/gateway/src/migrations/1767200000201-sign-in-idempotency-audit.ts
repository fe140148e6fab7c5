import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sign-in accounts and sessions, idempotency keys, the audit of requests. */
export class SignInIdempotencyAudit1767200000201 implements MigrationInterface {
  readonly name = 'SignInIdempotencyAudit1767200000201';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table if exists audit_entry, idempotency_key, signing_key, sign_in_failure,
      refresh_token, session, user_account`);
  }
}

const STATEMENTS = [
  `create table user_account (
     id uuid primary key,
     name text not null unique,
     display_name text not null,
     roles text[] not null,
     active boolean not null,
     password_hash text not null,
     created_at timestamptz not null,
     updated_at timestamptz not null
   )`,
  `comment on column user_account.display_name is 'personal data'`,

  `create table session (
     id uuid primary key,
     user_id uuid not null references user_account on delete cascade,
     opened_at timestamptz not null,
     expires_at timestamptz not null,
     closed_at timestamptz,
     close_reason text check (close_reason in ('signed-out', 'refresh-reused', 'user-changed'))
   )`,
  `create index session_of_user on session (user_id) where closed_at is null`,
  `create index session_expiry on session (expires_at)`,
  // Used tokens stay until their session is swept: a second use must be recognised.
  `create table refresh_token (
     token_hash bytea primary key,
     session_id uuid not null references session on delete cascade,
     issued_at timestamptz not null,
     used_at timestamptz
   )`,
  `create index refresh_token_of_session on refresh_token (session_id)`,

  `create table sign_in_failure (
     key text primary key,
     count integer not null,
     last_at timestamptz not null,
     locked_until timestamptz
   )`,
  `create index sign_in_failure_age on sign_in_failure (last_at)`,

  `create table signing_key (only_one boolean primary key default true check (only_one), secret bytea not null)`,

  `create table idempotency_key (
     actor_id text not null,
     key text not null,
     fingerprint bytea not null,
     upload_digest text,
     status smallint,
     body text,
     begun_at timestamptz not null,
     lease_until timestamptz not null,
     expires_at timestamptz not null,
     primary key (actor_id, key)
   )`,
  `create index idempotency_key_expiry on idempotency_key (expires_at)`,

  `create table audit_entry (
     id uuid not null,
     at timestamptz not null,
     actor_id text not null,
     actor_name text not null,
     roles text[] not null,
     address text not null,
     action text not null,
     target text not null,
     outcome text not null check (outcome in ('begun', 'done', 'replayed', 'refused', 'failed')),
     status smallint,
     code text,
     correlation_id text not null,
     primary key (at, id)
   ) partition by range (at)`,
  `create index audit_entry_of_actor on audit_entry (actor_id, at desc)`,
  `create index audit_entry_of_target on audit_entry (target text_pattern_ops, at desc)`,
  `create index audit_entry_of_request on audit_entry (correlation_id)`,
];
