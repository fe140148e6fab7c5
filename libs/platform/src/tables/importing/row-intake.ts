import type { CheckedRow, RowError } from '../rows/checked-row';
import { KeySet } from '../rows/key-set';
import type { TableWarning } from '../rows/unknown-columns';

export interface ImportCounts {
  readonly rowsTotal: number;
  readonly rowsAccepted: number;
  /** Rows, not errors: one row may have several. */
  readonly rowsRefused: number;
}

/** What is particular to one kind of table. */
export interface IntakeRules<Row, Remark extends string = never> {
  /** What names the row's thing, in two parts of ASCII, together at most 120 characters. */
  keyOf(row: Row): readonly [string, string];
  /** The same thing stood there before: in this line, or outside the file when it is undefined. */
  duplicate(row: Row, firstLine: number | undefined): RowError;
  /** A remark that `count` rows have, of which the first is `line`. */
  warningOf(remark: Remark, count: number, line: number): TableWarning;
}

/** Counts rows, keeps good ones apart from bad ones, and finds what stands there twice. */
export class RowIntake<Row extends { readonly line: number }, Remark extends string = never> {
  private rowsTotal = 0;
  private rowsAccepted = 0;
  private rowsRefused = 0;
  private readonly remarks = new Map<Remark, { count: number; firstLine: number }>();
  private errors: RowError[] = [];
  private readonly keys = new KeySet();

  constructor(private readonly rules: IntakeRules<Row, Remark>) {}

  /** Something that is there already, and that no row may name again. */
  know(...key: readonly [string, string]): void {
    this.keys.add(...key, 0);
  }

  /** The row, or undefined when it was refused. */
  take(checked: CheckedRow<Row, Remark>): Row | undefined {
    this.rowsTotal++;
    if (!checked.ok) return this.refuse(checked.errors);
    const { row, remark } = checked;
    const earlier = this.keys.add(...this.rules.keyOf(row), row.line);
    if (earlier !== undefined) return this.refuse([this.rules.duplicate(row, earlier || undefined)]);
    this.rowsAccepted++;
    if (remark) this.note(remark, row.line);
    return row;
  }

  get counts(): ImportCounts {
    const { rowsTotal, rowsAccepted, rowsRefused } = this;
    return { rowsTotal, rowsAccepted, rowsRefused };
  }

  /** Errors since the last call. */
  takeErrors(): readonly RowError[] {
    const errors = this.errors;
    this.errors = [];
    return errors;
  }

  get waitingErrors(): number {
    return this.errors.length;
  }

  warnings(): readonly TableWarning[] {
    return [...this.remarks].map(([remark, { count, firstLine }]) =>
      this.rules.warningOf(remark, count, firstLine),
    );
  }

  private refuse(errors: readonly RowError[]): undefined {
    this.rowsRefused++;
    this.errors.push(...errors);
  }

  private note(remark: Remark, line: number): void {
    const seen = this.remarks.get(remark);
    if (seen) seen.count++;
    else this.remarks.set(remark, { count: 1, firstLine: line });
  }
}
