import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Handovers from shift to shift, who led when, and what was to be passed on. */
export class Handover1767200000117 implements MigrationInterface {
  readonly name = 'Handover1767200000117';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table if exists handover_matter, shift_duty, handover_event, handover');
    await runner.query('drop function if exists refuse_handover_change');
  }
}

const STATEMENTS = [
  `create table handover (
     id uuid primary key,
     state text not null check (state in ('draft', 'submitted', 'accepted', 'cancelled')),
     shift text not null,
     outgoing text not null,
     outgoing_id text not null,
     relief text not null,
     content jsonb,
     notes jsonb not null default '[]',
     briefing text,
     moved integer,
     created_at timestamptz not null,
     submitted_at timestamptz,
     accepted_at timestamptz,
     check (outgoing <> relief),
     check (state not in ('submitted', 'accepted') or (content is not null and submitted_at is not null)),
     check ((state = 'accepted') = (accepted_at is not null))
   )`,
  `create unique index handover_under_way on handover (outgoing) where state in ('draft', 'submitted')`,
  `create index handover_latest on handover (created_at desc, id desc)`,
  `create table handover_event (
     id bigint generated always as identity primary key,
     handover_id uuid not null references handover,
     at timestamptz not null,
     actor text not null,
     change text not null,
     reason text
   )`,
  `create index handover_event_of on handover_event (handover_id, id)`,
  `create function refuse_handover_change() returns trigger language plpgsql as $$
   begin
     raise exception '% of % is refused', tg_op, tg_table_name;
   end $$`,
  `create trigger handover_event_append_only before update or delete or truncate on handover_event
     for each statement execute function refuse_handover_change()`,
  `create trigger handover_kept before delete or truncate on handover
     for each statement execute function refuse_handover_change()`,
  // What was accepted is what both saw.
  `create trigger handover_accepted before update on handover
     for each row when (old.state = 'accepted') execute function refuse_handover_change()`,
  `create table shift_duty (
     id bigint generated always as identity primary key,
     leader text not null,
     leader_id text not null,
     since timestamptz not null,
     until timestamptz,
     handover_id uuid references handover
   )`,
  `create unique index shift_duty_one on shift_duty ((true)) where until is null`,
  `create table handover_matter (
     id uuid primary key,
     text text not null,
     recorded_by text not null,
     recorded_at timestamptz not null,
     result text,
     settled_by text,
     settled_at timestamptz,
     check ((settled_at is null) = (result is null))
   )`,
  `create index handover_matter_latest on handover_matter (recorded_at desc, id desc)`,
  `create index handover_matter_open on handover_matter (recorded_at, id) where settled_at is null`,
];
