import type { BatchKind, PhoneNormaliser } from '@switchyard/domain';
import {
  type Column,
  moneyColumn,
  quantityColumn,
  readDate,
  readMonth,
  readText,
  textColumn,
} from '@switchyard/platform';
import { customerColumns } from './customer-columns';

/** The kind fixes the columns: exactly the contents that rules §6 asks for. */
export function columnsOf(kind: BatchKind, normalise: PhoneNormaliser): readonly Column[] {
  switch (kind) {
    case 'bill-notice':
      return [...customerColumns(normalise), ...BILL_NOTICE];
    case 'arrears-reminder':
      return [...customerColumns(normalise), ...ARREARS_REMINDER];
  }
}

const BILL_NOTICE: readonly Column[] = [
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
    'positive',
  ),
];

const ARREARS_REMINDER: readonly Column[] = [
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
      field: 'arrears',
      chinese: '欠费金额',
      english: 'arrears',
      headers: ['欠费', '欠费本金', '欠缴电费', '欠费电费', 'amount owed'],
    },
    'positive',
  ),
  moneyColumn(
    {
      field: 'penalty',
      chinese: '违约金',
      english: 'penalty to date',
      headers: ['截至目前违约金', '电费违约金', '滞纳金', 'penalty', 'late fee'],
    },
    'not-negative',
  ),
  textColumn(
    {
      field: 'penaltyMethod',
      chinese: '违约金计算方法',
      english: 'penalty method',
      headers: ['违约金算法', '违约金计算方式', '违约金计收办法', '违约金计算办法', '计算方法'],
    },
    readText(200),
  ),
  moneyColumn(
    {
      field: 'total',
      chinese: '合计',
      english: 'total',
      headers: ['合计金额', '应缴合计', '欠费合计', '总金额', '总计', 'total due'],
    },
    'positive',
  ),
  textColumn(
    {
      field: 'payPlace',
      chinese: '缴费地点',
      english: 'pay place',
      headers: ['交费地点', '缴费网点', '缴费渠道', '交费网点', 'place to pay', 'where to pay'],
    },
    readText(200),
  ),
];
