import {
  CURSOR_PARTS,
  decodeCursor,
  type Nullable,
  pageOf,
  type UnitOfWork,
  withoutNulls,
} from '@switchyard/platform';

interface Log<Row> {
  readonly table: string;
  readonly columns: string;
  /** The column and the field that the newest goes first by, and those of its id. */
  readonly time: readonly [column: string, field: (row: Row) => Date];
  readonly id: readonly [column: string, field: (row: Row) => string];
  /** A column that the list may be filtered by. */
  readonly filter: string;
}

interface Asked {
  readonly value?: string;
  readonly from?: Date;
  readonly before?: Date;
}

/** A page of a log of the desk, the newest first. @throws DomainError `request.invalid` for a cursor of another list */
export async function newestFirst<Row extends object>(
  work: UnitOfWork,
  { table, columns, time, id, filter }: Log<Row>,
  { value, from, before }: Asked,
  limit: number,
  cursor?: string,
): Promise<{ readonly items: readonly Row[]; readonly nextCursor?: string }> {
  const after = cursor === undefined ? [] : decodeCursor(cursor, CURSOR_PARTS.instant, CURSOR_PARTS.uuid);
  const [[at, atOf], [key, keyOf]] = [time, id];
  const rows = await work.query<Nullable<Row>>(
    `select ${columns} from ${table}
     where ($1::text is null or ${filter} = $1) and ($2::timestamptz is null or ${at} >= $2)
       and ($3::timestamptz is null or ${at} < $3)
       and ($4::timestamptz is null or (${at}, ${key}) < ($4, $5::uuid))
     order by ${at} desc, ${key} desc limit $6`,
    [value, from, before, after[0], after[1], limit + 1],
  );
  const items = rows.map((row) => withoutNulls<Row>(row));
  return pageOf(items, limit, (row) => [atOf(row).toISOString(), keyOf(row)]);
}
