import type { RowErrorView } from '@switchyard/contracts';
import { type TableColumn, tableColumn } from '@switchyard/platform';

/** What is wrong with the rows of a file, for whoever made the file. */
export const ROW_ERROR_COLUMNS: readonly TableColumn<RowErrorView>[] = [
  tableColumn('number', '行号', 'line', ({ line }) => line),
  tableColumn('own', '字段', 'field', ({ field }) => field),
  tableColumn('text', '原值', 'value', ({ value }) => value),
  tableColumn('text', '问题', 'problem', ({ reason }, language) => reason[language]),
  tableColumn('own', '代码', 'code', ({ code }) => code),
];
