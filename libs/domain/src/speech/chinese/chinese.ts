import { readDay, readMinute, readMonth } from '../dates';
import type { Grammar } from '../grammar';
import type { Segment } from '../language';
import { moneyParts } from '../numerals';
import { characters, telephoneGroups } from '../telephone-number';
import { UnspeakableValue } from '../unspeakable-value';
import { DIGITS, cardinal, count, decimal } from './chinese-numbers';

const YAO = '幺';

const byDigit = (text: string): string => Array.from(text, (one) => DIGITS[Number(one)] ?? one).join('');

/** Jiao and fen after yuan; 零 where the jiao are missing in between: 十元零五分. Alone, a 2 is 两: 两角. */
function small(jiao: number, fen: number, afterYuan: boolean): Segment[] {
  const word = (value: number, unit: string, first: boolean) =>
    `${value === 2 && first ? '两' : DIGITS[value]}${unit}`;
  const words: Segment[] = [];
  if (jiao > 0) words.push(word(jiao, '角', !afterYuan));
  if (fen > 0 && jiao === 0 && afterYuan) words.push('零');
  if (fen > 0) words.push(word(fen, '分', !afterYuan && jiao === 0));
  return words;
}

function sum(amountFen: number): Segment[] {
  const { yuan, jiao, fen } = moneyParts(Math.abs(amountFen));
  const rest = small(jiao, fen, yuan > 0);
  return yuan > 0 || rest.length === 0 ? [...count(yuan), '元', ...rest] : rest;
}

function money(amountFen: number): Segment[] {
  return amountFen < 0 ? ['结余', ...sum(amountFen)] : sum(amountFen);
}

function time(minuteOfDay: number): Segment[] {
  const { hour, minute } = readMinute(minuteOfDay);
  const minutes = minute === 0 ? [] : [`${minute < 10 ? '零' : ''}${cardinal(minute).join('')}分`];
  return [`${count(hour).join('')}点`, ...minutes];
}

/** Account numbers take 一, telephone numbers 幺, as they are read aloud. */
const spelled = (text: string, one: string): Segment[] =>
  characters(text).map((character) =>
    character === '1' ? one : /\d/.test(character) ? (DIGITS[Number(character)] ?? '') : character,
  );

export const chinese: Grammar = {
  cardinal,
  count,
  decimal,
  ordinal(value) {
    if (value < 1) throw new UnspeakableValue('ordinal', value, 'count from 1');
    return ['第', ...cardinal(value)];
  },
  money,
  payable: (fen) => (fen < 0 ? [...sum(0), '，', ...money(fen)] : money(fen)),
  balance(fen) {
    if (fen === 0) return ['余额', ...sum(0)];
    return fen > 0 ? ['欠费', ...sum(fen)] : money(fen);
  },
  date(text) {
    const { year, month, day } = readDay(text);
    return [`${byDigit(String(year))}年`, `${cardinal(month).join('')}月`, `${cardinal(day).join('')}日`];
  },
  month(text) {
    const { year, month } = readMonth(text);
    return [`${byDigit(String(year))}年`, `${cardinal(month).join('')}月`];
  },
  moment(date, minuteOfDay) {
    const { month, day } = readDay(date);
    return [`${cardinal(month).join('')}月`, `${cardinal(day).join('')}日`, ...time(minuteOfDay)];
  },
  time,
  energy: (kilowattHours) => [...(kilowattHours === 2 ? count(2) : decimal(kilowattHours)), '千瓦时'],
  percent: (value) => ['百分之', ...decimal(value)],
  perMille: (value) => ['千分之', ...decimal(value)],
  digits: (text) => spelled(text, '一'),
  telephone(number) {
    const { plus, groups, extension } = telephoneGroups(number);
    const words = groups.flatMap((group, index) => [...(index > 0 ? ['，'] : []), ...spelled(group, YAO)]);
    return [...(plus ? ['加'] : []), ...words, ...(extension ? ['转', ...spelled(extension, YAO)] : [])];
  },
};
