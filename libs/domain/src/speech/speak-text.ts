import { countsMany, countsThings } from './counts-things';
import type { Segment, SpokenLanguage } from './language';
import { grammarOf } from './speak';
import { speakLiteral } from './speak-literal';
import { UnspeakableValue } from './unspeakable-value';

const FIGURES = new RegExp(
  [
    String.raw`(?<day>[1-9]\d{3}-\d{2}-\d{2}(?!\d)|[1-9]\d{3}年\d{1,2}月\d{1,2}日)`,
    String.raw`(?<month>[1-9]\d{3}年\d{1,2}月)`,
    String.raw`(?<year>(?<!\d)(?:19|20)\d{2}(?=年))`,
    String.raw`(?<telephone>\+\d[\d -]{6,}\d|0\d{2,3}-\d{7,8}|(?<!\d)1[3-9]\d{9}(?!\d))`,
    String.raw`(?<clock>(?<![\d:：.])(?:[01]?\d|2[0-3])[:：][0-5]\d(?![\d:：]))`,
    String.raw`(?<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?<unit>\s*(?:%|％|‰|元))?`,
    String.raw`(?<range>(?<=\d)\s*[-~～–—]\s*(?=\d))`,
  ].join('|'),
  'gu',
);

/** Whole numbers of this many digits and more are codes (95598), not quantities, unless they count something. */
const CODE_DIGITS = 5;

const halfWidth = (text: string): string =>
  text.replace(/[０-９．]/gu, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));

function minuteOfDay(clock: string): number {
  const [hour = 0, minute = 0] = clock.split(/[:：]/u).map(Number);
  return hour * 60 + minute;
}

function isoDate(text: string): string {
  const [year = '', ...rest] = text.match(/\d+/g) ?? [];
  return [year, ...rest.map((part) => part.padStart(2, '0'))].join('-');
}

/** A number as it is written, and the text on both sides of it. */
interface WrittenNumber {
  readonly text: string;
  readonly unit: string;
  readonly before: string;
  readonly after: string;
}

function speakNumber({ text, unit, before, after }: WrittenNumber, language: SpokenLanguage): Segment[] {
  const grammar = grammarOf(language);
  const digits = text.replaceAll(',', '');
  const value = Number(digits);
  switch (unit) {
    case '%':
    case '％':
      return grammar.percent(value);
    case '‰':
      return grammar.perMille(value);
    case '元':
      if (/^\d{1,11}(\.\d{1,2})?$/.test(digits)) return grammar.money(Math.round(value * 100));
      return [
        ...speakNumber({ text, unit: '', before, after }, language),
        ...(language === 'en' ? ['yuan'] : ['元']),
      ];
    default: {
      const isWhole = /^\d+$/.test(digits);
      const isCode = isWhole && text === digits && digits.length >= CODE_DIGITS;
      if (/^0\d/.test(digits) || (isCode && !countsMany(after))) return grammar.digits(digits);
      return isWhole && countsThings(before, after) ? grammar.count(value) : grammar.decimal(value);
    }
  }
}

function speakFigure(figure: RegExpExecArray, language: SpokenLanguage): Segment[] {
  const grammar = grammarOf(language);
  const { day, month, year, telephone, clock, number, unit, range } = figure.groups ?? {};
  if (range !== undefined) return [language === 'en' ? 'to' : '至'];
  try {
    if (day !== undefined) return grammar.date(isoDate(day));
    if (month !== undefined) return grammar.month(isoDate(month));
    if (year !== undefined) return grammar.digits(year);
    if (telephone !== undefined) return grammar.telephone(telephone);
    if (clock !== undefined) return grammar.time(minuteOfDay(clock));
    const { index, input } = figure;
    const around = { before: input.slice(0, index), after: input.slice(index + figure[0].length) };
    return speakNumber({ text: number ?? '', unit: unit?.trim() ?? '', ...around }, language);
  } catch (error) {
    // What only looks like a date or a number in range is still said, digit by digit.
    if (error instanceof UnspeakableValue) return grammar.digits(figure[0]);
    throw error;
  }
}

/**
 * Free text (a pay place, a method) with its figures spoken: dates, times of day, percentages, sums in 元, telephone
 * numbers, counts before their measure word (2小时 → 两小时), codes of five digits and more digit by digit, other
 * numbers as numbers. Never throws; text without any sound gives no segment.
 */
export function speakText(text: string, language: SpokenLanguage): Segment[] {
  const plain = halfWidth(text);
  const segments: Segment[] = [];
  let end = 0;
  for (const figure of plain.matchAll(FIGURES)) {
    segments.push(
      ...speakLiteral(plain.slice(end, figure.index), language),
      ...speakFigure(figure, language),
    );
    end = figure.index + figure[0].length;
  }
  return [...segments, ...speakLiteral(plain.slice(end), language)];
}
