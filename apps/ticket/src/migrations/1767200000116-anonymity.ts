import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Identities of reporters, encrypted, apart from work orders; requests to read them; what happened to them. */
export class Anonymity1767200000116 implements MigrationInterface {
  readonly name = 'Anonymity1767200000116';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table if exists identity_audit, identity_reading, confidential_identity');
    await runner.query('drop function if exists refuse_identity_change');
  }
}

const STATEMENTS = [
  // Which policies there are is in the contract.
  `alter table policy drop constraint if exists policy_name_check`,

  `create table confidential_identity (
     number text primary key,
     key_id text not null,
     wrapped_key bytea not null,
     sealed bytea not null,
     kept_at timestamptz not null
   )`,
  `comment on column confidential_identity.sealed is 'personal data, encrypted'`,
  `create index confidential_identity_by_key on confidential_identity (key_id, number)`,

  `create table identity_reading (
     id uuid primary key,
     number text not null references confidential_identity,
     state text not null check (state in ('pending', 'approved', 'refused', 'withdrawn', 'read')),
     reason text not null,
     requested_by text not null,
     requested_at timestamptz not null,
     until timestamptz not null,
     decided_by text,
     decided_at timestamptz,
     decision_reason text,
     read_at timestamptz,
     live boolean not null,
     check (state in ('pending', 'withdrawn') or decided_by <> requested_by),
     check ((state = 'read') = (read_at is not null))
   )`,
  `create unique index identity_reading_one_at_a_time on identity_reading (number, requested_by) where live`,
  `create index identity_reading_latest on identity_reading (requested_at desc, id desc)`,

  `create table identity_audit (
     id bigint generated always as identity primary key,
     at timestamptz not null,
     action text not null,
     actor text not null,
     number text,
     request_id uuid,
     reason text,
     correlation_id text not null
   )`,
  `create index identity_audit_of on identity_audit (number, id desc)`,
  `create function refuse_identity_change() returns trigger language plpgsql as $$
   begin
     raise exception '% of % is refused', tg_op, tg_table_name;
   end $$`,
  `create trigger identity_audit_append_only before update or delete or truncate on identity_audit
     for each statement execute function refuse_identity_change()`,
  // Hiding what was reported is no way out (§5): identities and requests are never deleted.
  `create trigger confidential_identity_kept before delete or truncate on confidential_identity
     for each statement execute function refuse_identity_change()`,
  `create trigger identity_reading_kept before delete or truncate on identity_reading
     for each statement execute function refuse_identity_change()`,
];
