import type { MigrationInterface, QueryRunner } from 'typeorm';
import { vectorOf } from '../knowledge/persistence/search-vector';
import { SEEDED_ARTICLES, SEEDED_CATEGORIES } from '../knowledge/seed/seeded-articles';

const SEEDED_AT = new Date('2026-01-01T00:00:00Z');
const SEEDED_BY = 'system:rules';

/** Knowledge: articles by version, who did what to them, citations and judgements; scripts and forbidden phrases. */
export class Knowledge1767200000115 implements MigrationInterface {
  readonly name = 'Knowledge1767200000115';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
    for (const { code, name, nameEn, position } of SEEDED_CATEGORIES) {
      await runner.query(
        `insert into knowledge_category (code, name, name_en, position, active, updated_at)
         values ($1, $2, $3, $4, true, $5)`,
        [code, name, nameEn, position, SEEDED_AT],
      );
    }
    for (const article of SEEDED_ARTICLES) await seed(runner, article);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table if exists knowledge_feedback, knowledge_citation, knowledge_event, knowledge_version,
      knowledge_article, knowledge_category`);
    await runner.query('drop sequence if exists knowledge_serial');
    await runner.query('drop function if exists refuse_knowledge_event_change');
  }
}

async function seed(runner: QueryRunner, article: (typeof SEEDED_ARTICLES)[number]): Promise<void> {
  const { code, type, title, titleEn, body, bodyEn, wordings, tags, categoryCode, source } = article;
  await runner.query(
    'insert into knowledge_article (code, type, created_at, created_by) values ($1, $2, $3, $4)',
    [code, type, SEEDED_AT, SEEDED_BY],
  );
  await runner.query(
    `insert into knowledge_version (code, version, state, title, title_en, body, body_en, wordings, tags, category_code,
       source, valid_from, authors, approved_by, updated_at, updated_by, search)
     values ($1, 1, 'published', $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $10, $12, $13::tsvector)`,
    [
      code,
      title,
      titleEn,
      body,
      bodyEn,
      wordings,
      tags,
      categoryCode,
      source,
      SEEDED_AT,
      [SEEDED_BY],
      SEEDED_BY,
      vectorOf(article),
    ],
  );
  await runner.query(
    `insert into knowledge_event (code, version, at, actor, change) values ($1, 1, $2, $3, 'publish')`,
    [code, SEEDED_AT, SEEDED_BY],
  );
}

const STATEMENTS = [
  `create sequence knowledge_serial`,
  `create table knowledge_category (
     code text primary key,
     name text not null,
     name_en text,
     position integer not null,
     active boolean not null,
     updated_at timestamptz not null
   )`,
  `create table knowledge_article (
     code text primary key,
     type text not null check (type in ('article', 'faq', 'script', 'forbidden-phrase')),
     citations integer not null default 0 check (citations >= 0),
     open_complaints integer not null default 0 check (open_complaints >= 0),
     created_at timestamptz not null,
     created_by text not null
   )`,
  `create table knowledge_version (
     code text not null references knowledge_article,
     version integer not null check (version > 0),
     state text not null check (state in ('draft', 'submitted', 'approved', 'published', 'retired')),
     title text not null,
     title_en text,
     body text not null,
     body_en text,
     wordings text[] not null default '{}',
     tags text[] not null default '{}',
     category_code text references knowledge_category,
     source text,
     change_note text,
     attachments jsonb not null default '[]',
     valid_from timestamptz,
     valid_until timestamptz,
     authors text[] not null,
     approved_by text,
     updated_at timestamptz not null,
     updated_by text not null,
     search tsvector not null,
     primary key (code, version),
     check (state <> 'published' or (valid_from is not null and approved_by is not null))
   )`,
  // Characters, pairs of neighbours and words, made by the service: no dictionary of Postgres knows Chinese.
  `create index knowledge_version_search on knowledge_version using gin (search) where state = 'published'`,
  `create table knowledge_event (
     id bigint generated always as identity primary key,
     code text not null references knowledge_article,
     version integer not null,
     at timestamptz not null,
     actor text not null,
     change text not null,
     reason text
   )`,
  `create index knowledge_event_of on knowledge_event (code, id desc)`,
  `create function refuse_knowledge_event_change() returns trigger language plpgsql as $$
   begin
     raise exception 'the history of knowledge is never changed';
   end $$`,
  `create trigger knowledge_event_append_only before update or delete or truncate on knowledge_event
     for each statement execute function refuse_knowledge_event_change()`,
  // No foreign key to the work order: its table is another feature's.
  `create table knowledge_citation (
     code text not null references knowledge_article,
     number text not null,
     version integer not null,
     cited_at timestamptz not null,
     cited_by text not null,
     primary key (code, number)
   )`,
  `create index knowledge_citation_of on knowledge_citation (number)`,
  `create table knowledge_feedback (
     id uuid primary key,
     code text not null references knowledge_article,
     version integer not null,
     helpful boolean not null,
     note text,
     number text,
     given_at timestamptz not null,
     given_by text not null,
     settled_at timestamptz,
     settled_by text,
     settlement text,
     check (helpful or note is not null)
   )`,
  `create index knowledge_feedback_latest on knowledge_feedback (given_at desc, id desc)`,
  `create index knowledge_feedback_of on knowledge_feedback (code, given_at desc)`,
];
