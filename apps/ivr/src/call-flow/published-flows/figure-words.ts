import {
  addDays,
  grammarOf,
  localDate,
  type Segment,
  speakBalance,
  speakCardinal,
  speakCount,
  speakDate,
  speakDigits,
  speakEnergy,
  speakMoney,
  speakMonth,
  speakTelephone,
  type SpokenLanguage,
} from '@switchyard/domain';

/** Hundreds are one word each, and so are years. */
const upTo = (count: number, step = 1) => Array.from({ length: count }, (_, number) => number * step);
const numbers = [1, 1_000, 10_000, 1_000_000, 10_000_000].flatMap((step) => upTo(1_000, step));
const years = upTo(30).map((year) => String(2020 + year));
const leapYear = Array.from({ length: 366 }, (_, day) => addDays(localDate('2028-01-01'), day));

/** The words of which figures, dates, times and money are made: whatever a caller asks for, they are there already. */
export function figureWords(language: SpokenLanguage): readonly Segment[] {
  const say = grammarOf(language);
  const spoken = [
    ...numbers.flatMap((number) => [speakCardinal(number, language), speakCount(number, language)]),
    ...upTo(1_000).flatMap((number) => [speakMoney(number, language), speakMoney(number * 100, language)]),
    ...leapYear.map((day) => speakDate(day, language)),
    ...years.map((year) => speakDate(localDate(`${year}-01-01`), language)),
    ...years.map((year) => speakMonth(`${year}-01`, language)),
    ...leapYear.map((day) => speakMonth(day.slice(0, 7), language)),
    ...[0, 1, 12.5, 1_000.25].map((energy) => speakEnergy(energy, language)),
    ...upTo(24, 60).map((minute) => say.moment('2028-01-01', minute)),
    ...upTo(60).map((minute) => say.moment('2028-01-01', minute)),
    ...[-1, 0, 1].map((fen) => speakBalance(fen, language)),
    say.payable(-1),
    say.percent(1),
    say.perMille(1),
    speakDigits('0123456789', language),
    speakTelephone('+8613800123456', language),
  ];
  return [...new Set(spoken.flat())];
}
