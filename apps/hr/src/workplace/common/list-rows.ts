import { CURSOR_PARTS, decodeCursor, pageOf, type UnitOfWork } from '@switchyard/platform';

/** One condition: SQL in which `?` stands for the value, which is left out where the value is undefined. */
export type Condition = readonly [sql: string, value: unknown];

export interface ListedRows {
  readonly columns: string;
  readonly from: string;
  readonly where?: readonly Condition[];
  /** By what it is sorted: a column of instants and a unique one of uuids. */
  readonly at: string;
  readonly id: string;
}

export interface PageOptions {
  readonly limit?: number;
  readonly cursor?: string;
  readonly order?: 'newest' | 'oldest';
}

export interface RowPage<Row> {
  readonly items: readonly Row[];
  readonly nextCursor?: string;
}

/**
 * A page of rows sorted by an instant and an id, from either end. Names and SQL are ours, values are parameters.
 * @throws DomainError `request.invalid` for a cursor that is not of such a list
 */
export async function listRows<Row extends object>(
  work: UnitOfWork,
  { columns, from, where = [], at, id }: ListedRows,
  { limit = 50, cursor, order = 'newest' }: PageOptions,
): Promise<RowPage<Row>> {
  const given = where.filter(([, value]) => value !== undefined);
  const parameters = given.map(([, value]) => value);
  const conditions = given.map(([sql], index) => sql.replaceAll('?', `$${index + 1}`));
  if (cursor !== undefined) {
    const [instant, key] = decodeCursor(cursor, CURSOR_PARTS.instant, CURSOR_PARTS.uuid);
    parameters.push(instant, key);
    const after = order === 'newest' ? '<' : '>';
    const [one, two] = [parameters.length - 1, parameters.length];
    conditions.push(`(${at}, ${id}) ${after} ($${one}::timestamptz, $${two}::uuid)`);
  }
  const direction = order === 'newest' ? 'desc' : 'asc';
  const condition =
    conditions.length === 0 ? '' : `where ${conditions.map((sql) => `(${sql})`).join(' and ')}`;
  const rows = await work.query<Row & { pageAt: Date; pageId: string }>(
    `select ${columns}, ${at} as "pageAt", ${id}::text as "pageId" from ${from} ${condition}
     order by ${at} ${direction}, ${id} ${direction} limit ${limit + 1}`,
    parameters,
  );
  const page = pageOf(rows, limit, ({ pageAt, pageId }) => [pageAt.toISOString(), pageId]);
  return { ...page, items: page.items.map(({ pageAt: _at, pageId: _id, ...row }) => row as unknown as Row) };
}
