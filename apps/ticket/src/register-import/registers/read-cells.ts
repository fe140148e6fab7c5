import { addDays, instantAt, localDate, type PhoneNormaliser, toHalfWidth } from '@switchyard/domain';
import {
  type CellRefusal,
  type Column,
  type ColumnNames,
  isBadText,
  type ReadCell,
  readDate,
  readPhone,
  type ReadJson,
  refuseCell,
  textColumn,
} from '@switchyard/platform';

const ACCOUNT_NO = /^[A-Za-z0-9][A-Za-z0-9._-]{0,31}$/;
const AREA_CODE = /^[A-Za-z0-9][A-Za-z0-9_-]{0,19}$/;
const MOST_PHONES = 10;

/** As the account's contract has it; full-width characters are made narrow. */
export const readAccountNo: ReadCell = (text) => {
  const narrow = ACCOUNT_NO.test(text) ? text : toHalfWidth(text).trim();
  if (ACCOUNT_NO.test(narrow)) return narrow;
  return refuseCell(
    'badText',
    '只能是 1 到 32 位字母、数字和“.”“-”“_”；XLSX 中超过 15 位的编号请设为文本格式',
    'give 1 to 32 letters, digits, dots, dashes and underscores; in XLSX a number of more than 15 digits must be a text cell',
  );
};

export const readAreaCode: ReadCell = (text) => {
  const narrow = toHalfWidth(text).trim();
  if (AREA_CODE.test(narrow)) return narrow;
  return refuseCell(
    'badText',
    '区域代码只能是 1 到 20 位字母、数字和“-”“_”',
    'an area code is 1 to 20 letters, digits, dashes and underscores',
  );
};

/**
 * Bound numbers, several in one cell apart by `;`, `、`, `|` or a line break; a list in JSON. As one text with a space
 * between them. A number with an extension is no number that a caller can be known by.
 */
export function phonesColumn(names: ColumnNames, normalise: PhoneNormaliser): Column {
  const one = readPhone(normalise);
  const read = (texts: readonly string[]): string | CellRefusal => {
    const numbers: string[] = [];
    for (const text of texts) {
      const phone = one(text.trim());
      if (typeof phone !== 'object') continue;
      if (!('number' in phone)) return phone;
      if (phone.extension !== undefined) return withExtension();
      if (!numbers.includes(phone.number)) numbers.push(phone.number);
    }
    return numbers.length > MOST_PHONES ? tooMany() : numbers.join(' ');
  };
  const readJson: ReadJson = (value) =>
    Array.isArray(value) && value.every((item): item is string => typeof item === 'string')
      ? read(value)
      : refuseCell('badPhone', '应为电话号码的列表', 'give a list of telephone numbers');
  const readCell: ReadCell = (text) => read(text.split(/[;；、|\n]+/).filter((part) => part.trim() !== ''));
  return { ...textColumn(names, readCell), readJson };
}

const withExtension = () =>
  refuseCell('badPhone', '绑定号码不能带分机', 'a bound number has no extension: callers do not show one');
const tooMany = () =>
  refuseCell('outOfRange', `最多 ${MOST_PHONES} 个号码`, `at most ${MOST_PHONES} numbers`);

/** Yes or no. */
export function flagColumn(names: ColumnNames): Column {
  const read: ReadCell = (text) => {
    const word = toHalfWidth(text).trim().toLowerCase();
    if (['是', '有', '1', 'y', 'yes', 'true', '√'].includes(word)) return 'yes';
    if (['否', '无', '0', 'n', 'no', 'false', '×'].includes(word)) return 'no';
    return refuseCell('badWord', '只能是：是、否', 'give yes or no');
  };
  const readJson: ReadJson = (value) =>
    typeof value === 'boolean'
      ? value
        ? 'yes'
        : 'no'
      : refuseCell('badWord', '应为 true 或 false', 'give true or false');
  return { ...textColumn(names, read), readJson };
}

const WITH_ZONE = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d{1,6})?)?(Z|[+-]\d\d:\d\d)$/;
const TIME_OF_DAY = /[ T](\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?$/;

/** A day and a time in China, as `2026-03-02 09:30`, `2026年3月2日 9:30`; or with its own zone. → ISO, UTC */
export const readInstant: ReadCell = (text) => {
  const narrow = toHalfWidth(text).trim();
  if (WITH_ZONE.test(narrow)) {
    const at = new Date(narrow.replace(' ', 'T'));
    return Number.isNaN(at.getTime()) ? badInstant() : at.toISOString();
  }
  const time = TIME_OF_DAY.exec(narrow);
  const day = readDate(narrow);
  if (!time || typeof day !== 'string') return badInstant();
  const [hour, minute, second] = [Number(time[1]), Number(time[2]), Number(time[3] ?? 0)];
  const midnight = hour === 24 && minute === 0 && second === 0;
  if ((hour > 23 && !midnight) || minute > 59 || second > 59) return badInstant();
  const date = midnight ? addDays(localDate(day), 1) : localDate(day);
  const at = instantAt(date, midnight ? 0 : hour * 60 + minute);
  return new Date(at.getTime() + second * 1000).toISOString();
};

const badInstant = () =>
  refuseCell(
    'badDate',
    '应为日期和时间，如 2026-03-02 09:30（北京时间）',
    'give a day and a time like 2026-03-02 09:30 (China) or 2026-03-02T09:30:00+08:00',
  );

/** The source's own name for a thing: 1 to 100 characters. */
export const readReference: ReadCell = (text) =>
  isBadText(text) || text.length > 100
    ? refuseCell('badText', '应为 1 到 100 个字符', 'give 1 to 100 characters')
    : text;
