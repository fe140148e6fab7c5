import { KeySet, type RowError } from '@switchyard/platform';
import type { AcceptedRow, CheckedContact, SumRemark } from '../rows/checked-row';
import { duplicateError } from '../rows/duplicate-error';
import type { ImportCounts, Warning } from './import-record';

/** Counts rows, keeps good ones apart from bad ones, and finds what stands in the batch twice. */
export class RowIntake {
  private rowsTotal = 0;
  private rowsAccepted = 0;
  private rowsRefused = 0;
  private readonly remarks = new Map<SumRemark, { count: number; firstLine: number }>();
  private errors: RowError[] = [];
  private readonly keys = new KeySet();

  /** A notice that the batch has already. */
  know(accountNo: string, period: string): void {
    this.keys.add(accountNo, period, 0);
  }

  /** The row as a contact, or undefined when it was refused. */
  take(checked: CheckedContact): AcceptedRow | undefined {
    this.rowsTotal++;
    if (!checked.ok) return this.refuse(checked.errors);
    const { row, remark } = checked;
    const earlier = this.keys.add(row.accountNo, row.period, row.line);
    if (earlier !== undefined) {
      return this.refuse([duplicateError(row.line, row.accountNo, row.period, earlier || undefined)]);
    }
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

  warnings(): readonly Warning[] {
    return [...this.remarks].map(([remark, { count, firstLine }]) => warningOf(remark, count, firstLine));
  }

  private refuse(errors: readonly RowError[]): undefined {
    this.rowsRefused++;
    this.errors.push(...errors);
  }

  private note(remark: SumRemark, line: number): void {
    const seen = this.remarks.get(remark);
    if (seen) seen.count++;
    else this.remarks.set(remark, { count: 1, firstLine: line });
  }
}

function warningOf(remark: SumRemark, count: number, line: number): Warning {
  switch (remark) {
    case 'balance-is-credit':
      return {
        code: 'rows.balance-sign',
        text: {
          'zh-CN': `${count} 行的上期余额按“正数为结余、负数为欠费”理解（从第 ${line} 行起），因为只有这样才与应缴金额相符。`,
          en: `in ${count} rows (the first is line ${line}) a positive previous balance was read as credit and a negative one as debt, because only so the sums fit`,
        },
      };
    case 'sums-differ':
      return {
        code: 'rows.sums-differ',
        text: {
          'zh-CN': `${count} 行的应缴金额不等于电费与上期余额之和（从第 ${line} 行起），请核对；通知按文件中的数字播报。`,
          en: `in ${count} rows (the first is line ${line}) payable is not amount plus previous balance: check them; the notice tells the figures of the file`,
        },
      };
  }
}
