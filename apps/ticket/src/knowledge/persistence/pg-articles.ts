import { Injectable } from '@nestjs/common';
import type { ArticleSort, ArticleType } from '@switchyard/contracts';
import { CURSOR_PARTS, decodeCursor, pageOf, UnitOfWork } from '@switchyard/platform';
import {
  Articles,
  type Article,
  type ArticleChange,
  type ArticleFilter,
  type ArticleHead,
  type ArticlesPage,
  type ArticleVersion,
} from '../articles.port';
import { HEAD_COLUMNS, IN_FORCE, toVersion, VERSION_COLUMNS, type VersionRow } from './article-row';
import { vectorOf } from './search-vector';

@Injectable()
export class PgArticles extends Articles {
  constructor(private readonly work: UnitOfWork) {
    super();
  }

  async nextSerial(): Promise<number> {
    const [row] = await this.work.query<{ serial: string }>(`select nextval('knowledge_serial') as serial`);
    return Number(row?.serial);
  }

  async add(code: string, type: ArticleType, createdBy: string, at: Date): Promise<boolean> {
    const added = await this.work.execute(
      `insert into knowledge_article (code, type, created_at, created_by) values ($1, $2, $3, $4)
       on conflict (code) do nothing`,
      [code, type, at, createdBy],
    );
    return added > 0;
  }

  find(code: string): Promise<Article | undefined> {
    return this.one(code, '');
  }

  lock(code: string): Promise<Article | undefined> {
    return this.one(code, 'for update');
  }

  async put(version: ArticleVersion): Promise<void> {
    await this.work.query(
      `insert into knowledge_version (code, version, state, title, title_en, body, body_en, wordings, tags,
         category_code, source, change_note, attachments, valid_from, valid_until, authors, approved_by, updated_at,
         updated_by, search)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20::tsvector)
       on conflict (code, version) do update set state = excluded.state, title = excluded.title,
         title_en = excluded.title_en, body = excluded.body, body_en = excluded.body_en, wordings = excluded.wordings,
         tags = excluded.tags, category_code = excluded.category_code, source = excluded.source,
         change_note = excluded.change_note, attachments = excluded.attachments, valid_from = excluded.valid_from,
         valid_until = excluded.valid_until, authors = excluded.authors, approved_by = excluded.approved_by,
         updated_at = excluded.updated_at, updated_by = excluded.updated_by, search = excluded.search`,
      [
        version.code,
        version.version,
        version.state,
        version.title,
        version.titleEn,
        version.body,
        version.bodyEn,
        version.wordings,
        version.tags,
        version.categoryCode,
        version.source,
        version.changeNote,
        JSON.stringify(version.attachments),
        version.validFrom,
        version.validUntil,
        version.authors,
        version.approvedBy,
        version.updatedAt,
        version.updatedBy,
        vectorOf(version),
      ],
    );
  }

  async remember({ code, version, at, actor, change, reason }: ArticleChange): Promise<void> {
    await this.work.query(
      `insert into knowledge_event (code, version, at, actor, change, reason) values ($1, $2, $3, $4, $5, $6)`,
      [code, version, at, actor, change, reason],
    );
  }

  async history(code: string, limit: number): Promise<readonly ArticleChange[]> {
    const rows = await this.work.query<Omit<ArticleChange, 'reason'> & { readonly reason: string | null }>(
      `select code, version, at, actor, change, reason from knowledge_event where code = $1 order by id desc limit $2`,
      [code, limit],
    );
    return rows.map(({ reason, ...row }) => ({ ...row, ...(reason !== null && { reason }) }));
  }

  async list(
    filter: ArticleFilter,
    sort: ArticleSort,
    now: Date,
    limit: number,
    cursor?: string,
  ): Promise<ArticlesPage> {
    const { key, pattern, order, after: comparison } = SORTS[sort];
    const after = cursor === undefined ? [] : decodeCursor(cursor, pattern, CURSOR_PARTS.text);
    const rows = await this.work.query<ListRow>(
      `select ${HEAD_COLUMNS}, l.version as "latestVersion", coalesce(f.version, l.version) as "shownVersion",
         (${key})::text as key
       from knowledge_article a
       join lateral (select * from knowledge_version v where v.code = a.code order by v.version desc limit 1) l on true
       left join lateral (select v.version from knowledge_version v where v.code = a.code and ${IN_FORCE('$1')}
         order by v.valid_from desc, v.version desc limit 1) f on true
       join knowledge_version s on s.code = a.code and s.version = coalesce(f.version, l.version)
       where ($2::text is null or a.type = $2) and ($3::text is null or ${SHOWN_STATE} = $3)
         and ($4::text is null or s.category_code = $4) and ($5::text is null or $5 = any(s.tags))
         and ($6::text is null or strpos(lower(s.title || ' ' || coalesce(s.title_en, '')), lower($6)) > 0)
         and ($8::text is null or ${comparison('$7', '$8')})
       order by ${order} limit $9`,
      [
        now,
        filter.type,
        filter.state,
        filter.categoryCode,
        filter.tag,
        filter.title,
        after[0],
        after[1],
        limit + 1,
      ],
    );
    const page = pageOf(rows, limit, (row) => [row.key, row.code]);
    const versions = await this.versionsOf(page.items);
    const items = page.items.map(({ latestVersion, shownVersion, key: _key, ...head }) => {
      const find = (version: number) => versions.get(`${head.code}/${version}`);
      const [shown, latest] = [find(shownVersion), find(latestVersion)];
      if (!shown || !latest) throw new Error(`article ${head.code} lost a version`);
      return { head, shown, latest };
    });
    return { ...page, items };
  }

  async inForce(type: ArticleType, now: Date): Promise<readonly ArticleVersion[]> {
    const rows = await this.work.query<VersionRow>(
      `select distinct on (code) ${VERSION_COLUMNS} from knowledge_version
       where ${IN_FORCE('$1')} and code in (select code from knowledge_article where type = $2)
       order by code, valid_from desc, version desc limit 1000`,
      [now, type],
    );
    return rows.map(toVersion);
  }

  private async versionsOf(rows: readonly ListRow[]): Promise<ReadonlyMap<string, ArticleVersion>> {
    const wanted = rows.flatMap(({ code, latestVersion, shownVersion }) => [
      { code, version: latestVersion },
      { code, version: shownVersion },
    ]);
    const versions = await this.work.query<VersionRow>(
      `select ${VERSION_COLUMNS} from knowledge_version
       where (code, version) in (select * from unnest($1::text[], $2::integer[]))`,
      [wanted.map(({ code }) => code), wanted.map(({ version }) => version)],
    );
    return new Map(versions.map(toVersion).map((version) => [`${version.code}/${version.version}`, version]));
  }

  private async one(code: string, lock: string): Promise<Article | undefined> {
    const [head] = await this.work.query<ArticleHead>(
      `select ${HEAD_COLUMNS} from knowledge_article a where code = $1 ${lock}`,
      [code],
    );
    if (!head) return undefined;
    const versions = await this.work.query<VersionRow>(
      `select ${VERSION_COLUMNS} from knowledge_version where code = $1 order by version desc`,
      [code],
    );
    return { ...head, versions: versions.map(toVersion) };
  }
}

type ListRow = ArticleHead & {
  readonly latestVersion: number;
  readonly shownVersion: number;
  readonly key: string;
};

/** $1 is now. */
const SHOWN_STATE = `case when l.state = 'published' and l.valid_until <= $1 then 'retired' else l.state end`;

interface Sorted {
  readonly key: string;
  readonly pattern: RegExp;
  readonly order: string;
  readonly after: (key: string, code: string) => string;
}

const falling = (key: string, type: string, pattern: RegExp): Sorted => ({
  key,
  pattern,
  order: `${key} desc, a.code`,
  after: (value, code) =>
    `(${key} < ${value}::text::${type} or (${key} = ${value}::text::${type} and a.code > ${code}))`,
});

const SORTS: Readonly<Record<ArticleSort, Sorted>> = {
  code: {
    key: `''`,
    pattern: CURSOR_PARTS.text,
    order: 'a.code',
    after: (value, code) => `(${value}::text is not null and a.code > ${code})`,
  },
  changed: falling(
    `(l.updated_at at time zone 'UTC')`,
    'timestamp',
    /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?$/,
  ),
  cited: falling('a.citations', 'integer', CURSOR_PARTS.integer),
  unhelpful: falling('a.open_complaints', 'integer', CURSOR_PARTS.integer),
};
