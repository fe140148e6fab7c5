import { balanceSignWarning, RowIntake, type TableWarning } from '@switchyard/platform';
import type { AcceptedRow, SumRemark } from '../rows/checked-row';
import { duplicateError } from '../rows/duplicate-error';

export type ContactIntake = RowIntake<AcceptedRow, SumRemark>;

/** Takes rows in for one batch, in which an account and a period stand once. */
export function contactIntake(): ContactIntake {
  return new RowIntake({
    keyOf: ({ accountNo, period }) => [accountNo, period],
    duplicate: ({ line, accountNo, period }, first) => duplicateError(line, accountNo, period, first),
    warningOf,
  });
}

function warningOf(remark: SumRemark, count: number, line: number): TableWarning {
  switch (remark) {
    case 'balance-is-credit':
      return balanceSignWarning(count, line);
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
