import { parseLocalDate, toHalfWidth } from '@switchyard/domain';
import { type Column, type ReadCell, type ReadJson, refuseCell, textColumn } from '@switchyard/platform';

const DAY = /^(\d{4})(?:[-/.年](\d{1,2})[-/.月](\d{1,2})日?|(\d{2})(\d{2}))$/;
const FIRST_YEAR = 1900;

/** A day from 1900 on: 1998-03-02, 1998/3/2, 19980302, 1998年3月2日. → YYYY-MM-DD */
const readSince: ReadCell = (text) => {
  const match = DAY.exec(toHalfWidth(text).trim());
  const [, year = '', month = match?.[4] ?? '', day = match?.[5] ?? ''] = match ?? [];
  const date = parseLocalDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
  return date !== undefined && Number(year) >= FIRST_YEAR
    ? date
    : refuseCell('badDate', '日期应如 1998-03-02', 'give a date like 1998-03-02');
};

const readCredit: ReadCell = (text) => {
  const plain = toHalfWidth(text).trim();
  return /^\d{1,3}$/.test(plain) && Number(plain) <= 100 ? Number(plain) : badCredit();
};
const readJsonCredit: ReadJson = (value) =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 100 ? value : badCredit();
const badCredit = () => refuseCell('outOfRange', '应为 0 到 100 的整数', 'give a whole number from 0 to 100');

/** What a customer's value is reckoned from, as the billing system tells it (§17). */
export const VALUE_COLUMNS: readonly Column[] = [
  textColumn(
    {
      field: 'customerSince',
      chinese: '开户日期',
      english: 'customer since',
      headers: ['立户日期', '入网日期', '送电日期', 'since'],
      required: false,
    },
    readSince,
  ),
  {
    ...textColumn(
      {
        field: 'creditScore',
        chinese: '信用分',
        english: 'credit score',
        headers: ['信用评分', '信用度', 'credit'],
        required: false,
      },
      readCredit,
    ),
    readJson: readJsonCredit,
  },
];
