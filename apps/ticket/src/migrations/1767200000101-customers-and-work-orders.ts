import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Customer accounts, payments and work orders. */
export class CustomersAndWorkOrders1767200000101 implements MigrationInterface {
  readonly name = 'CustomersAndWorkOrders1767200000101';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table if exists work_order, work_order_serial, payment, account');
  }
}

const STATEMENTS = [
  `create table account (
     account_no text primary key,
     name text not null,
     kind text not null check (kind in ('resident', 'organisation', 'sole-trader')),
     phones text[] not null default '{}',
     registered_at timestamptz not null,
     updated_at timestamptz not null
   )`,
  `comment on column account.name is 'personal data'`,
  `comment on column account.phones is 'personal data'`,
  `create index account_phones on account using gin (phones)`,

  // No foreign key to account: the billing system is the truth for accounts, and a payment of one that was
  // not registered here is a payment all the same.
  `create table payment (
     id uuid primary key,
     account_no text not null,
     amount_fen bigint not null check (amount_fen > 0),
     paid_at timestamptz not null,
     bill_month text,
     source text not null,
     reference text not null,
     recorded_at timestamptz not null,
     account_known boolean not null,
     unique (source, reference)
   )`,
  `create index payment_of_account on payment (account_no, paid_at desc, id desc)`,

  `create table work_order (
     number text primary key,
     query_code text not null unique,
     kind text not null,
     status text not null check (status in ('open', 'closed')),
     account_no text,
     phone text,
     text text not null,
     reference text not null unique,
     opened_at timestamptz not null,
     opened_by text not null
   )`,
  `comment on column work_order.phone is 'personal data'`,
  `comment on column work_order.text is 'may hold personal data'`,
  `create index work_order_opened on work_order (opened_at desc, number desc)`,
  `create index work_order_of_account on work_order (account_no, opened_at desc)`,
  `create table work_order_serial (day text primary key, last integer not null)`,
];
