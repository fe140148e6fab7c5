import type { TableColumn, TableLanguage } from '@switchyard/platform';

/** One table of the bulletin in one language, ready to be laid out: cells as they are read. */
export interface BulletinTable {
  /** At most 31 characters: the name of a sheet too. */
  readonly title: string;
  readonly columns: readonly TableColumn<readonly string[]>[];
  readonly rows: readonly (readonly string[])[];
}

export function bulletinTable<Item>(
  title: Readonly<Record<TableLanguage, string>>,
  columns: readonly TableColumn<Item>[],
  items: readonly Item[],
  language: TableLanguage,
): BulletinTable {
  return {
    title: title[language],
    columns: columns.map(({ title: header, type }, index) => ({
      title: header,
      type,
      value: (row) => row[index] ?? '',
    })),
    rows: items.map((item) => columns.map((column) => column.value(item, language))),
  };
}
