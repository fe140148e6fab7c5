import { errorOf, refuseCell, type RowError } from '@switchyard/platform';

/** The same thing twice in one table: whoever wrote it meant one of them, and we cannot know which. */
export function duplicateError(
  { line }: { readonly line: number },
  field: string,
  value: string,
  firstLine = 0,
): RowError {
  const refusal = refuseCell(
    'duplicate',
    `与第 ${firstLine} 行重复：${value}`,
    `repeats line ${firstLine}: ${value}`,
  );
  return errorOf(line, field, refusal, value);
}
