import {
  ARREARS_HEADERS,
  ARREARS_MONTH_COLUMN,
  type Column,
  dueDateColumn,
  moneyColumn,
  payPlaceColumn,
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
  ARREARS_MONTH_COLUMN,
  moneyColumn(
    {
      field: 'amount',
      chinese: '欠费金额',
      english: 'arrears',
      headers: [...ARREARS_HEADERS, 'arrearsFen'],
    },
    'not-negative',
  ),
  dueDateColumn({ required: true }),
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
  payPlaceColumn({ required: false }),
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
