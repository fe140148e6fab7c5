import { readDay, readMinute, readMonth } from '../dates';
import type { Grammar } from '../grammar';
import type { Segment } from '../language';
import { moneyParts } from '../numerals';
import { characters, telephoneGroups } from '../telephone-number';
import { UnspeakableValue } from '../unspeakable-value';
import { cardinal, decimal, digitWord, ordinalWord, twoDigits, year } from './english-numbers';

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** Jiao have no English name: they are spoken as tens of fen. */
function sum(amountFen: number): Segment[] {
  const { yuan, jiao, fen } = moneyParts(Math.abs(amountFen));
  const small = jiao * 10 + fen;
  if (small === 0) return [...cardinal(yuan), 'yuan'];
  const rest = [twoDigits(small), 'fen'];
  return yuan === 0 ? rest : [...cardinal(yuan), 'yuan', 'and', ...rest];
}

const credit = (amountFen: number): Segment[] => [...sum(amountFen), 'in credit'];
const money = (amountFen: number): Segment[] => (amountFen < 0 ? credit(amountFen) : sum(amountFen));

function time(minuteOfDay: number): Segment[] {
  const { hour, minute } = readMinute(minuteOfDay);
  const minutes = minute === 0 ? [] : [minute < 10 ? `oh ${digitWord(minute)}` : twoDigits(minute)];
  return [twoDigits(hour % 12 === 0 ? 12 : hour % 12), ...minutes, hour < 12 ? 'a.m.' : 'p.m.'];
}

const spelled = (text: string): Segment[] =>
  characters(text).map((character) => (/\d/.test(character) ? digitWord(Number(character)) : character));

export const english: Grammar = {
  cardinal,
  count: cardinal,
  decimal,
  ordinal(value) {
    if (value < 1) throw new UnspeakableValue('ordinal', value, 'count from 1');
    const words = cardinal(value);
    return [...words.slice(0, -1), ordinalWord(words[words.length - 1] ?? '')];
  },
  money,
  payable: (fen) => (fen < 0 ? [...sum(0), ',', 'with', ...credit(fen)] : sum(fen)),
  balance(fen) {
    if (fen === 0) return sum(0);
    return fen > 0 ? [...sum(fen), 'owed'] : credit(fen);
  },
  date(text) {
    const { year: ofYear, month, day } = readDay(text);
    return [MONTHS[month - 1] ?? '', ordinalWord(twoDigits(day)), ',', year(ofYear)];
  },
  month(text) {
    const { year: ofYear, month } = readMonth(text);
    return [MONTHS[month - 1] ?? '', year(ofYear)];
  },
  moment(date, minuteOfDay) {
    const { month, day } = readDay(date);
    return [MONTHS[month - 1] ?? '', ordinalWord(twoDigits(day)), 'at', ...time(minuteOfDay)];
  },
  time,
  energy: (kilowattHours) => [
    ...decimal(kilowattHours),
    kilowattHours === 1 ? 'kilowatt hour' : 'kilowatt hours',
  ],
  percent: (value) => [...decimal(value), 'percent'],
  perMille: (value) => [...decimal(value), 'per thousand'],
  digits: spelled,
  telephone(number) {
    const { plus, groups, extension } = telephoneGroups(number);
    const words = groups.flatMap((group, index) => [...(index > 0 ? [','] : []), ...spelled(group)]);
    return [...(plus ? ['plus'] : []), ...words, ...(extension ? ['extension', ...spelled(extension)] : [])];
  },
};
