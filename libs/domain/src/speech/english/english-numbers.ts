import type { Segment } from '../language';
import { assertWhole, decimalParts } from '../numerals';

const UNITS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const SCALES: readonly (readonly [number, string])[] = [
  [1e15, 'quadrillion'],
  [1e12, 'trillion'],
  [1e9, 'billion'],
  [1e6, 'million'],
  [1e3, 'thousand'],
];

export const digitWord = (digit: number): string => UNITS[digit] ?? '';

/** 0 to 99 as one word. */
export function twoDigits(value: number): string {
  const unit = UNITS[value];
  if (unit !== undefined) return unit;
  const ten = TENS[Math.floor(value / 10)] ?? '';
  return value % 10 === 0 ? ten : `${ten}-${digitWord(value % 10)}`;
}

/** 1 to 999; `and` stands before the last two digits: one hundred and one. */
function hundreds(value: number): Segment[] {
  const rest = value % 100;
  if (value < 100) return [twoDigits(value)];
  const words = [`${digitWord(Math.floor(value / 100))} hundred`];
  return rest === 0 ? words : [...words, 'and', twoDigits(rest)];
}

function positive(value: number): Segment[] {
  const words: Segment[] = [];
  let rest = value;
  for (const [size, name] of SCALES) {
    if (rest < size) continue;
    words.push(...hundreds(Math.floor(rest / size)), name);
    rest %= size;
  }
  if (rest === 0) return words;
  return [...words, ...(words.length > 0 && rest < 100 ? ['and'] : []), ...hundreds(rest)];
}

/** British usage: one thousand and one, one hundred and ten. */
export function cardinal(value: number): Segment[] {
  assertWhole(value, 'number');
  if (value === 0) return ['zero'];
  return value < 0 ? ['minus', ...positive(-value)] : positive(value);
}

export function decimal(value: number): Segment[] {
  const { negative, whole, fraction } = decimalParts(value, 'number');
  return [
    ...(negative ? ['minus'] : []),
    ...cardinal(whole),
    ...(fraction === '' ? [] : ['point', ...Array.from(fraction, (one) => digitWord(Number(one)))]),
  ];
}

const IRREGULAR: Readonly<Record<string, string>> = {
  one: 'first',
  two: 'second',
  three: 'third',
  five: 'fifth',
  eight: 'eighth',
  nine: 'ninth',
  twelve: 'twelfth',
};

/** The ordinal of one number word: twenty-one → twenty-first, forty → fortieth. */
export function ordinalWord(word: string): string {
  const at = word.search(/[a-z]+$/);
  const last = word.slice(at);
  const ordinal = IRREGULAR[last] ?? (last.endsWith('y') ? `${last.slice(0, -1)}ieth` : `${last}th`);
  return word.slice(0, at) + ordinal;
}

/** 2026 → twenty twenty-six, 2005 → two thousand and five, 1900 → nineteen hundred, 1905 → nineteen oh five. */
export function year(value: number): string {
  const century = Math.floor(value / 100);
  const rest = value % 100;
  if (century % 10 === 0 && rest < 10) return cardinal(value).join(' ');
  if (rest === 0) return `${twoDigits(century)} hundred`;
  return `${twoDigits(century)} ${rest < 10 ? `oh ${digitWord(rest)}` : twoDigits(rest)}`;
}
