import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What departments' systems are told, and what became of it. */
export class Webhooks1767200000121 implements MigrationInterface {
  readonly name = 'Webhooks1767200000121';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table if exists webhook_delivery, webhook');
  }
}

const STATEMENTS = [
  `create table webhook (
     id uuid primary key,
     name text not null,
     url text not null,
     events text[] not null,
     department text,
     personal_data boolean not null,
     active boolean not null,
     secret text not null,
     previous_secret text,
     previous_secret_until timestamptz,
     created_at timestamptz not null,
     created_by text not null
   )`,
  `comment on column webhook.secret is 'secret'`,
  `comment on column webhook.previous_secret is 'secret'`,
  `create table webhook_delivery (
     id uuid primary key,
     webhook_id uuid not null references webhook,
     event text not null,
     body text not null,
     state text not null default 'waiting' check (state in ('waiting', 'delivered', 'dead')),
     tries integer not null default 0,
     occurred_at timestamptz not null,
     next_try_at timestamptz,
     delivered_at timestamptz,
     settled_at timestamptz,
     last_status integer,
     last_error text,
     check ((state = 'waiting') = (next_try_at is not null))
   )`,
  `comment on column webhook_delivery.body is 'may hold personal data'`,
  `create index webhook_delivery_due on webhook_delivery (webhook_id, next_try_at) where state = 'waiting'`,
  `create index webhook_delivery_dead on webhook_delivery (webhook_id) where state = 'dead'`,
  `create index webhook_delivery_settled on webhook_delivery (settled_at) where state <> 'waiting'`,
  `create index webhook_delivery_listed on webhook_delivery (occurred_at desc, id desc)`,
];
