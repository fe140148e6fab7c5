/** Languages in which a list can be written. */
export type TableLanguage = 'zh-CN' | 'en';

/** One column of a list that is written as CSV or XLSX. */
export interface TableColumn<Item> {
  readonly title: Readonly<Record<TableLanguage, string>>;
  /** `text` may have been written by anybody; the others are ours. A `number` is written in digits, or is empty. */
  readonly type: 'text' | 'number' | 'own';
  value(item: Item, language: TableLanguage): string;
}

/** The columns of a list by their shortest notation; an absent value is an empty cell. */
export function tableColumn<Item>(
  type: TableColumn<Item>['type'],
  chinese: string,
  english: string,
  value: (item: Item, language: TableLanguage) => string | number | undefined,
): TableColumn<Item> {
  return {
    title: { 'zh-CN': chinese, en: english },
    type,
    value: (item, language) => String(value(item, language) ?? ''),
  };
}
