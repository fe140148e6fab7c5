import { type BalanceRemark, signedBalance } from '@switchyard/domain';
import {
  type Assembled,
  type Column,
  moneyColumn,
  quantityColumn,
  readDate,
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
  textColumn(
    {
      field: 'readingDate',
      chinese: '抄表日期',
      english: 'reading date',
      headers: ['抄表日', '抄表时间', '示数日期'],
    },
    readDate,
  ),
  quantityColumn({
    field: 'registerValue',
    chinese: '示数',
    english: 'register value',
    headers: [
      '本次示数',
      '本期示数',
      '表示数',
      '电表示数',
      '表码',
      '止码',
      'register',
      'meter reading',
      'reading',
    ],
  }),
  quantityColumn({
    field: 'energyKwh',
    chinese: '电量',
    english: 'energy kwh',
    headers: ['用电量', '本期电量', '计费电量', '使用电量', 'energy', 'kwh', 'usage', 'consumption'],
  }),
  moneyColumn(
    {
      field: 'amount',
      chinese: '电费',
      english: 'amount',
      headers: ['金额', '本期电费', '电费金额', '应收电费', 'bill amount', 'charge'],
    },
    'not-negative',
  ),
  moneyColumn(
    {
      field: 'previousBalance',
      chinese: '上期余额',
      english: 'previous balance',
      headers: ['上次余额', '上月余额', '前期余额', '期初余额', '余额', '上期欠费', '往期欠费', 'balance'],
    },
    'any',
  ),
  moneyColumn(
    {
      field: 'payable',
      chinese: '应缴金额',
      english: 'payable',
      headers: [
        '应付金额',
        '应交金额',
        '应缴电费',
        '应付电费',
        '应交电费',
        '应缴',
        '应付',
        'amount due',
        'due',
      ],
    },
    'not-negative',
  ),
  textColumn(
    {
      field: 'dueDate',
      chinese: '缴费截止日',
      english: 'due date',
      headers: ['缴费期限', '截止日期', '最后缴费日', 'pay by'],
      required: false,
    },
    readDate,
  ),
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
    ...{ amountFen, payableFen, previousBalanceFen: values.previousBalance as number },
  });
  const row: BillRow = {
    line,
    accountNo: values.accountNo as string,
    billMonth: values.billMonth as string,
    readingDate,
    registerValue: values.registerValue as number,
    energyKwh: values.energyKwh as number,
    ...{ amountFen, previousBalanceFen, payableFen, dueDate },
  };
  return remark ? { row, remark } : { row };
}

function warningOf(remark: BalanceRemark, count: number, line: number): TableWarning {
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
          'zh-CN': `${count} 行的应缴金额不等于电费与上期余额之和（从第 ${line} 行起），请核对。`,
          en: `in ${count} rows (the first is line ${line}) payable is not amount plus previous balance: check them`,
        },
      };
  }
}
