import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateOutboxAndInbox1700000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE outbox (
        seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        id uuid NOT NULL UNIQUE,
        subject text NOT NULL,
        payload text NOT NULL,
        context text NOT NULL,
        occurred_at timestamptz NOT NULL,
        published_at timestamptz
      )`);
    await runner.query(`CREATE INDEX outbox_waiting ON outbox (seq) WHERE published_at IS NULL`);
    await runner.query(
      `CREATE INDEX outbox_published ON outbox (published_at) WHERE published_at IS NOT NULL`,
    );
    await runner.query(`
      CREATE TABLE inbox (
        durable text NOT NULL,
        event_id text NOT NULL,
        subject text NOT NULL,
        payload text NOT NULL,
        context text NOT NULL,
        occurred_at timestamptz NOT NULL,
        position bigint NOT NULL,
        state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'done', 'dead')),
        failures integer NOT NULL DEFAULT 0,
        last_error text,
        next_try_at timestamptz NOT NULL DEFAULT now(),
        received_at timestamptz NOT NULL DEFAULT now(),
        settled_at timestamptz,
        PRIMARY KEY (durable, event_id)
      )`);
    await runner.query(`CREATE INDEX inbox_waiting ON inbox (durable, position) WHERE state = 'waiting'`);
    await runner.query(`CREATE INDEX inbox_settled ON inbox (settled_at) WHERE state = 'done'`);
    await runner.query(`CREATE INDEX inbox_dead ON inbox (durable) WHERE state = 'dead'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE inbox');
    await runner.query('DROP TABLE outbox');
  }
}
