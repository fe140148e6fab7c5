import { type Column, moneyColumn, quantityColumn, textColumn } from '../rows/column';
import { readDate, readMonth } from '../rows/read-date';
import type { AmountSign } from '../rows/read-number';
import { readText } from '../rows/read-text';

/** How files of every billing system name what a bill and arrears tell (rules.md §6). */

/** What a bill is made of; `payable` says whether a bill of nothing is one. */
export function billColumns(payable: AmountSign): readonly Column[] {
  return [
    textColumn(
      {
        field: 'readingDate',
        chinese: '抄表日期',
        english: 'reading date',
        headers: ['抄表日', '抄表时间', '示数日期', 'date'],
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
        '止度',
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
          'amount payable',
          'due',
        ],
      },
      payable,
    ),
  ];
}

export const ARREARS_MONTH_COLUMN: Column = textColumn(
  {
    field: 'billMonth',
    chinese: '欠费月份',
    english: 'bill month',
    headers: ['电费年月', '账单月份', '电费月份', '欠费年月', '月份', 'month'],
  },
  readMonth,
);

/** Of the sum owed; its field and sign are its table's. */
export const ARREARS_HEADERS: readonly string[] = ['欠费', '欠费本金', '欠缴电费', '欠费电费', 'amount owed'];

export function payPlaceColumn({ required }: { readonly required: boolean }): Column {
  return textColumn(
    {
      field: 'payPlace',
      chinese: '缴费地点',
      english: 'pay place',
      headers: ['交费地点', '缴费网点', '缴费渠道', '交费网点', 'place to pay', 'where to pay'],
      required,
    },
    readText(200),
  );
}

export function dueDateColumn({ required }: { readonly required: boolean }): Column {
  return textColumn(
    {
      field: 'dueDate',
      chinese: '缴费截止日',
      english: 'due date',
      headers: ['缴费期限', '截止日期', '最后缴费日', 'pay by'],
      required,
    },
    readDate,
  );
}
