/** One data row as text; `line` is where it begins in the file, the header being line 1 as a rule. */
export interface TextRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** A row that could not be cut into cells; the rows behind it are read all the same. */
export interface BrokenRow {
  readonly line: number;
  readonly broken: 'quote' | 'too-long';
}

export type TableRow = TextRow | BrokenRow;

export function isBroken(row: TableRow): row is BrokenRow {
  return 'broken' in row;
}

/** The file as a whole cannot be read; `code` is one of IMPORT_FAILURES. */
export class UnreadableTable extends Error {
  constructor(
    readonly code: string,
    readonly text: { readonly 'zh-CN': string; readonly en: string },
    readonly details?: Record<string, unknown>,
    options?: { cause?: unknown },
  ) {
    super(text.en, options);
    this.name = 'UnreadableTable';
  }
}
