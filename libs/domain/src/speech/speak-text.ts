import type { Segment, SpokenLanguage } from './language';
import { grammarOf } from './speak';
import { speakLiteral } from './speak-literal';
import { UnspeakableValue } from './unspeakable-value';

const FIGURES = new RegExp(
  [
    String.raw`(?<day>[1-9]\d{3}-\d{2}-\d{2}(?!\d)|[1-9]\d{3}年\d{1,2}月\d{1,2}日)`,
    String.raw`(?<month>[1-9]\d{3}年\d{1,2}月)`,
    String.raw`(?<telephone>\+\d[\d -]{6,}\d|0\d{2,3}-\d{7,8}|(?<!\d)1[3-9]\d{9}(?!\d))`,
    String.raw`(?<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?<unit>\s*(?:%|％|‰|元))?`,
    String.raw`(?<range>(?<=\d)\s*[-~～–—]\s*(?=\d))`,
  ].join('|'),
  'gu',
);

/** Whole numbers of this many digits and more are codes (95598), not quantities. */
const CODE_DIGITS = 5;

const halfWidth = (text: string): string =>
  text.replace(/[０-９．]/gu, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));

function isoDate(text: string): string {
  const [year = '', ...rest] = text.match(/\d+/g) ?? [];
  return [year, ...rest.map((part) => part.padStart(2, '0'))].join('-');
}

function speakNumber(text: string, unit: string, language: SpokenLanguage): Segment[] {
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
      return [...speakNumber(text, '', language), ...(language === 'en' ? ['yuan'] : ['元'])];
    default:
      if (/^0\d/.test(digits) || (/^\d+$/.test(text) && digits.length >= CODE_DIGITS))
        return grammar.digits(digits);
      return grammar.decimal(value);
  }
}

function speakFigure(figure: RegExpMatchArray, language: SpokenLanguage): Segment[] {
  const grammar = grammarOf(language);
  const { day, month, telephone, number, unit, range } = figure.groups ?? {};
  if (range !== undefined) return [language === 'en' ? 'to' : '至'];
  try {
    if (day !== undefined) return grammar.date(isoDate(day));
    if (month !== undefined) return grammar.month(isoDate(month));
    if (telephone !== undefined) return grammar.telephone(telephone);
    return speakNumber(number ?? '', unit?.trim() ?? '', language);
  } catch (error) {
    // What only looks like a date or a number in range is still said, digit by digit.
    if (error instanceof UnspeakableValue) return grammar.digits(figure[0]);
    throw error;
  }
}

/**
 * Free text (a pay place, a method) with its figures spoken: dates, percentages, sums in 元, telephone
 * numbers, codes of five digits and more digit by digit, other numbers as numbers. Never throws; text
 * without any sound gives no segment.
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
