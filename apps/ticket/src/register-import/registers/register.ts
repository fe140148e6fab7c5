import type { RegisterKind } from '@switchyard/contracts';
import type { AssembleRow, Column, RowError, TableWarning } from '@switchyard/platform';

/** What is particular to one register: its columns, its rows, and what must not stand twice in one table. */
export interface Register<Row extends { readonly line: number }, Remark extends string = never> {
  readonly kind: RegisterKind;
  readonly columns: readonly Column[];
  readonly assemble: AssembleRow<Row, Remark>;
  /** What names the row's thing, in two parts of ASCII, together at most 120 characters. */
  keyOf(row: Row): readonly [string, string];
  duplicate(row: Row, firstLine: number | undefined): RowError;
  warningOf(remark: Remark, count: number, line: number): TableWarning;
}
