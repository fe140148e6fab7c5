import { parseLocalDate, toHalfWidth } from '@switchyard/domain';
import { type CellRefusal, type ReadCell, refuseCell } from './cell';

const DAY =
  /^(\d{4})(?:-(\d{1,2})-(\d{1,2})|\/(\d{1,2})\/(\d{1,2})|\.(\d{1,2})\.(\d{1,2})|(\d{2})(\d{2})|年(\d{1,2})月(\d{1,2})[日号])$/;
const MONTH = /^(\d{4})(?:-(\d{1,2})|\/(\d{1,2})|\.(\d{1,2})|(\d{2})|年(\d{1,2})月)$/;
const FIRST_YEAR = 2000;
const LAST_YEAR = 2099;

/** 2026-02-28, 2026/2/28, 2026.2.28, 20260228, 2026年2月28日; a time behind it is left out. → YYYY-MM-DD */
export const readDate: ReadCell = rememberLast((text) => {
  const day = dayOf(text);
  return day ?? refuseCell('badDate', '日期应如 2026-02-28', 'give a date like 2026-02-28');
});

/** 2026-02, 2026/2, 202602, 2026年2月, or a whole date of that month. → YYYY-MM */
export const readMonth: ReadCell = rememberLast((text) => {
  const match = MONTH.exec(toHalfWidth(text).trim());
  const month = match ? dayFrom(match[1], lastGroup(match), '1') : dayOf(text);
  return month?.slice(0, 7) ?? refuseCell('badMonth', '月份应如 2026-02', 'give a month like 2026-02');
});

function dayOf(text: string): string | undefined {
  const bare = toHalfWidth(text)
    .trim()
    .replace(/[ T]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?$/, '');
  const match = DAY.exec(bare);
  if (!match) return undefined;
  const parts = match.slice(2).filter((part) => part !== undefined);
  return dayFrom(match[1], parts[0], parts[1]);
}

function dayFrom(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
): string | undefined {
  if (year === undefined || month === undefined || day === undefined) return undefined;
  if (Number(year) < FIRST_YEAR || Number(year) > LAST_YEAR) return undefined;
  return parseLocalDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}

function lastGroup(match: RegExpExecArray): string | undefined {
  return match.slice(2).find((part) => part !== undefined);
}

/** Dates repeat from row to row. */
function rememberLast(read: (text: string) => string | CellRefusal): ReadCell {
  let lastText = '';
  let lastValue: string | CellRefusal | undefined;
  return (text) => {
    if (lastValue === undefined || text !== lastText) {
      lastText = text;
      lastValue = read(text);
    }
    return lastValue;
  };
}
