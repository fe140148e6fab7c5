import type { BatchKind } from '@switchyard/domain';
import { type Column, RowChecker } from '@switchyard/platform';
import { assembleRow, type RowDefaults } from './assemble-row';
import type { AcceptedRow, SumRemark } from './checked-row';

/** Checks rows of one kind of batch. */
export function contactChecker(
  kind: BatchKind,
  columns: readonly Column[],
  defaults: RowDefaults,
): RowChecker<AcceptedRow, SumRemark> {
  return new RowChecker(columns, (line, values) => assembleRow(kind, line, values, defaults));
}
