import type { BatchKind, PhoneNormaliser } from '@switchyard/domain';
import {
  ARREARS_HEADERS,
  ARREARS_MONTH_COLUMN,
  billColumns,
  type Column,
  moneyColumn,
  payPlaceColumn,
  readText,
  textColumn,
} from '@switchyard/platform';
import { customerColumns } from './customer-columns';
import { OUTAGE_COLUMNS } from './outage-columns';

/** The kind fixes the columns: exactly the contents that rules §6 asks for. */
export function columnsOf(kind: BatchKind, normalise: PhoneNormaliser): readonly Column[] {
  switch (kind) {
    case 'bill-notice':
      return [...customerColumns(normalise), ...billColumns('positive')];
    case 'arrears-reminder':
      return [...customerColumns(normalise), ...ARREARS_REMINDER];
    case 'outage-notice':
      return [...customerColumns(normalise), ...OUTAGE_COLUMNS];
  }
}

const ARREARS_REMINDER: readonly Column[] = [
  ARREARS_MONTH_COLUMN,
  moneyColumn(
    {
      field: 'arrears',
      chinese: '欠费金额',
      english: 'arrears',
      headers: ARREARS_HEADERS,
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
  payPlaceColumn({ required: true }),
];
