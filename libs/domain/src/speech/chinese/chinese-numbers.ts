import type { Segment } from '../language';
import { assertWhole, decimalParts } from '../numerals';

export const DIGITS = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const;

const MYRIAD = 10_000;
const HUNDRED_MILLION = 100_000_000;

const digit = (value: number): string => DIGITS[value] ?? '';

/** 1 to 99 as one word; a bare ten is 十 only where nothing stands before it. */
function tens(value: number, first: boolean): string {
  const ten = Math.floor(value / 10);
  const one = value % 10;
  if (ten === 0) return digit(one);
  return `${ten === 1 && first ? '' : digit(ten)}十${one === 0 ? '' : digit(one)}`;
}

/** 1 to 9999: thousands, hundreds and the rest are a word each, with 零 over a gap. */
function section(value: number, first: boolean): Segment[] {
  const words: Segment[] = [];
  const thousands = Math.floor(value / 1000);
  const hundreds = Math.floor((value % 1000) / 100);
  const rest = value % 100;
  // At the head of a number 2 is 两 before 千; inside it stays 二: 两千, 一万二千.
  if (thousands > 0) words.push(thousands === 2 && first ? '两千' : `${digit(thousands)}千`);
  if (hundreds > 0) words.push(`${digit(hundreds)}百`);
  if (rest > 0) {
    const gap = (words.length > 0 && rest < 10) || (thousands > 0 && hundreds === 0);
    if (gap) words.push('零');
    words.push(tens(rest, first && words.length === 0));
  }
  return words;
}

/** What stands before 万 or 亿: a lone 2 at the head is 两 (两万, 两亿), else the number itself. */
function counted(value: number, first: boolean): Segment[] {
  return value === 2 && first ? ['两'] : positive(value, first);
}

function positive(value: number, first: boolean): Segment[] {
  for (const [unit, word] of [
    [HUNDRED_MILLION, '亿'],
    [MYRIAD, '万'],
  ] as const) {
    if (value < unit) continue;
    const rest = value % unit;
    const words = [...counted(Math.floor(value / unit), first), word];
    if (rest === 0) return words;
    return [...words, ...(rest < unit / 10 ? ['零'] : []), ...positive(rest, false)];
  }
  return section(value, first);
}

/**
 * A bare whole number. 2 is 二, but 两 at the head before 千, 万 and 亿; 百 always takes 二 (二百), as in figures
 * read from a bill. 10 to 19 at the head are 十, 十一 …; inside, 一十.
 */
export function cardinal(value: number): Segment[] {
  assertWhole(value, 'number');
  if (value === 0) return ['零'];
  return value < 0 ? ['负', ...positive(-value, true)] : positive(value, true);
}

/** Before a measure word a lone 2 is 两: 两个, 两元. */
export function count(value: number): Segment[] {
  return value === 2 ? ['两'] : cardinal(value);
}

/** After 点 every digit is spoken by itself: 一百二十点零五. */
export function decimal(value: number): Segment[] {
  const { negative, whole, fraction } = decimalParts(value, 'number');
  return [
    ...(negative ? ['负'] : []),
    ...cardinal(whole),
    ...(fraction === '' ? [] : ['点', ...Array.from(fraction, (one) => digit(Number(one)))]),
  ];
}
