import {
  type Column,
  moneyColumn,
  readDate,
  readMonth,
  readText,
  type RowValues,
  textColumn,
} from '@switchyard/platform';
import type { Arrears } from '../../billing/arrears.port';
import { ACCOUNT_NO_COLUMN } from './account-no-column';
import { duplicateError } from './duplicate-error';
import { readInstant } from './read-cells';
import type { Register } from './register';

export interface ArrearsRow extends Omit<Arrears, 'asOf'> {
  readonly line: number;
  /** The time of the import unless the row says another. */
  readonly asOf?: Date;
}

const COLUMNS: readonly Column[] = [
  ACCOUNT_NO_COLUMN,
  textColumn(
    {
      field: 'billMonth',
      chinese: '欠费月份',
      english: 'bill month',
      headers: ['电费年月', '账单月份', '电费月份', '欠费年月', '月份', 'month'],
    },
    readMonth,
  ),
  moneyColumn(
    {
      field: 'amount',
      chinese: '欠费金额',
      english: 'arrears',
      headers: ['欠费', '欠费本金', '欠缴电费', '欠费电费', 'amount owed', 'arrearsFen'],
    },
    'not-negative',
  ),
  textColumn(
    {
      field: 'dueDate',
      chinese: '缴费截止日',
      english: 'due date',
      headers: ['缴费期限', '截止日期', '最后缴费日', 'pay by'],
    },
    readDate,
  ),
  textColumn(
    {
      field: 'asOf',
      chinese: '数据时间',
      english: 'as of',
      headers: ['数据截止时间', '统计时间', 'data as of'],
      required: false,
    },
    readInstant,
  ),
  textColumn(
    {
      field: 'payPlace',
      chinese: '缴费地点',
      english: 'pay place',
      headers: ['交费地点', '缴费网点', '缴费渠道', '交费网点', 'place to pay', 'where to pay'],
      required: false,
    },
    readText(200),
  ),
  textColumn(
    {
      field: 'payPlaceEn',
      chinese: '缴费地点英文',
      english: 'pay place in english',
      headers: ['英文缴费地点'],
      required: false,
    },
    readText(200),
  ),
];

export const ARREARS_REGISTER: Register<ArrearsRow> = {
  kind: 'arrears',
  columns: COLUMNS,
  assemble: (line, values) => ({ row: rowOf(line, values) }),
  keyOf: ({ accountNo, billMonth }) => [accountNo, billMonth],
  duplicate: (row, first) => duplicateError(row, 'accountNo', `${row.accountNo} ${row.billMonth}`, first),
  warningOf: (remark: never) => remark,
};

function rowOf(line: number, values: RowValues): ArrearsRow {
  const asOf = values.asOf as string | undefined;
  return {
    line,
    accountNo: values.accountNo as string,
    billMonth: values.billMonth as string,
    amountFen: values.amount as number,
    dueDate: values.dueDate as string,
    asOf: asOf === undefined ? undefined : new Date(asOf),
    payPlace: values.payPlace as string | undefined,
    payPlaceEn: values.payPlaceEn as string | undefined,
  };
}
