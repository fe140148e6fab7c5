import { type Bilingual, type ReadCell, type ReadJson, refuseCell } from './cell';
import { type AmountSign, readFen, readJsonQuantity, readQuantity, readYuan } from './read-number';

/** One column of a table: how files and JSON name it, and how its cells are read. */
export interface Column {
  /** Its name in row errors about files. */
  readonly field: string;
  /** Its name in JSON rows: money carries its unit. */
  readonly jsonField: string;
  readonly title: Bilingual;
  /** Headers that mean it, beside its two titles and its field name. */
  readonly headers: readonly string[];
  readonly required: boolean;
  readonly read: ReadCell;
  readonly readJson: ReadJson;
}

export interface ColumnNames {
  readonly field: string;
  readonly chinese: string;
  readonly english: string;
  readonly headers?: readonly string[];
  readonly required?: boolean;
}

/** A column whose JSON value is the same text as in a file. */
export function textColumn(names: ColumnNames, read: ReadCell): Column {
  return column(names, names.field, read, (value) =>
    typeof value === 'string' ? read(value.trim()) : refuseCell('badText', '应为字符串', 'give a string'),
  );
}

/** Yuan in files, fen in JSON. */
export function moneyColumn(names: ColumnNames, sign: AmountSign): Column {
  return column(names, `${names.field}Fen`, readYuan(sign), readFen(sign));
}

export function quantityColumn(names: ColumnNames): Column {
  return column(names, names.field, readQuantity, readJsonQuantity);
}

function column(names: ColumnNames, jsonField: string, read: ReadCell, readJson: ReadJson): Column {
  return {
    field: names.field,
    jsonField,
    title: { 'zh-CN': names.chinese, en: names.english },
    headers: names.headers ?? [],
    required: names.required ?? true,
    read,
    readJson,
  };
}
