import { type BalanceRemark, signedBalance } from '@switchyard/domain';
import {
  type Assembled,
  balanceSignWarning,
  billColumns,
  type Column,
  dueDateColumn,
  readMonth,
  refuseCell,
  type RowValues,
  type TableWarning,
  textColumn,
} from '@switchyard/platform';
import type { BillFacts } from '../../billing/bills.port';
import { ACCOUNT_NO_COLUMN } from './account-no-column';
import { duplicateError } from './duplicate-error';
import type { Register } from './register';

export interface BillRow extends BillFacts {
  readonly line: number;
}

const COLUMNS: readonly Column[] = [
  ACCOUNT_NO_COLUMN,
  textColumn(
    {
      field: 'billMonth',
      chinese: '账单月份',
      english: 'bill month',
      headers: ['电费年月', '电费月份', '月份', 'month'],
    },
    readMonth,
  ),
  ...billColumns('not-negative'),
  dueDateColumn({ required: false }),
];

export const BILLS_REGISTER: Register<BillRow, BalanceRemark> = {
  kind: 'bills',
  columns: COLUMNS,
  assemble: rowOf,
  keyOf: ({ accountNo, billMonth }) => [accountNo, billMonth],
  duplicate: (row, first) => duplicateError(row, 'accountNo', `${row.accountNo} ${row.billMonth}`, first),
  warningOf,
};

function rowOf(line: number, values: RowValues): Assembled<BillRow, BalanceRemark> {
  const readingDate = values.readingDate as string;
  const dueDate = values.dueDate as string | undefined;
  if (dueDate !== undefined && dueDate < readingDate) {
    return {
      field: 'dueDate',
      refusal: refuseCell('badDate', '不能早于抄表日期', 'must not be before the day of reading'),
    };
  }
  const amountFen = values.amount as number;
  const payableFen = values.payable as number;
  const { previousBalanceFen, remark } = signedBalance({
    amountFen,
    payableFen,
    previousBalanceFen: values.previousBalance as number,
  });
  const row: BillRow = {
    line,
    accountNo: values.accountNo as string,
    billMonth: values.billMonth as string,
    readingDate,
    registerValue: values.registerValue as number,
    energyKwh: values.energyKwh as number,
    amountFen,
    previousBalanceFen,
    payableFen,
    dueDate,
  };
  return remark ? { row, remark } : { row };
}

function warningOf(remark: BalanceRemark, count: number, line: number): TableWarning {
  switch (remark) {
    case 'balance-is-credit':
      return balanceSignWarning(count, line);
    case 'sums-differ':
      return {
        code: 'rows.sums-differ',
        text: {
          'zh-CN': `${count} 行的应缴金额不等于电费与上期余额之和（从第 ${line} 行起），请核对。`,
          en: `in ${count} rows (the first is line ${line}) payable is not amount plus previous balance: check them`,
        },
      };
  }
}
