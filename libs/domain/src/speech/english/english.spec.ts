import { joinSegments } from '../join-segments';
import type { Segment } from '../language';
import {
  grammarOf,
  speakBalance,
  speakCardinal,
  speakCount,
  speakDate,
  speakDecimal,
  speakDigits,
  speakEnergy,
  speakMoney,
  speakMonth,
  speakOrdinal,
  speakPercent,
  speakTelephone,
} from '../speak';
import { UnspeakableValue } from '../unspeakable-value';

const spoken = (segments: Segment[]) => joinSegments(segments, 'en');

describe('English numbers', () => {
  it.each([
    [0, 'zero'],
    [1, 'one'],
    [2, 'two'],
    [10, 'ten'],
    [11, 'eleven'],
    [12, 'twelve'],
    [15, 'fifteen'],
    [20, 'twenty'],
    [21, 'twenty-one'],
    [40, 'forty'],
    [99, 'ninety-nine'],
    [100, 'one hundred'],
    [101, 'one hundred and one'],
    [110, 'one hundred and ten'],
    [119, 'one hundred and nineteen'],
    [999, 'nine hundred and ninety-nine'],
    [1_000, 'one thousand'],
    [1_001, 'one thousand and one'],
    [1_010, 'one thousand and ten'],
    [1_100, 'one thousand one hundred'],
    [1_111, 'one thousand one hundred and eleven'],
    [10_000, 'ten thousand'],
    [10_050, 'ten thousand and fifty'],
    [100_000, 'one hundred thousand'],
    [101_000, 'one hundred and one thousand'],
    [1_000_000, 'one million'],
    [1_000_001, 'one million and one'],
    [100_000_000, 'one hundred million'],
    [
      1_234_567_890,
      'one billion two hundred and thirty-four million five hundred and sixty-seven thousand eight hundred and ninety',
    ],
    [1_000_000_000_000, 'one trillion'],
    [-7, 'minus seven'],
  ])('%d is %s', (value, words) => {
    expect(spoken(speakCardinal(value, 'en'))).toBe(words);
  });

  it('counts two as two', () => {
    expect(spoken(speakCount(2, 'en'))).toBe('two');
  });

  it.each([
    [0.5, 'zero point five'],
    [12.05, 'twelve point zero five'],
    [12_345.67, 'twelve thousand three hundred and forty-five point six seven'],
    [-2.5, 'minus two point five'],
    [100, 'one hundred'],
  ])('decimal %d is %s', (value, words) => {
    expect(spoken(speakDecimal(value, 'en'))).toBe(words);
  });

  it.each([
    [1, 'first'],
    [2, 'second'],
    [3, 'third'],
    [5, 'fifth'],
    [8, 'eighth'],
    [9, 'ninth'],
    [12, 'twelfth'],
    [20, 'twentieth'],
    [21, 'twenty-first'],
    [100, 'one hundredth'],
    [101, 'one hundred and first'],
  ])('ordinal %d is %s', (value, words) => {
    expect(spoken(speakOrdinal(value, 'en'))).toBe(words);
  });
});

describe('English sums, dates and codes', () => {
  it.each([
    [0, 'zero yuan'],
    [5, 'five fen'],
    [30, 'thirty fen'],
    [100, 'one yuan'],
    [1_005, 'ten yuan and five fen'],
    [1_005_030, 'ten thousand and fifty yuan and thirty fen'],
    [10_000_000_000, 'one hundred million yuan'],
    [-2_000, 'twenty yuan in credit'],
  ])('%d fen are %s', (fen, words) => {
    expect(spoken(speakMoney(fen, 'en'))).toBe(words);
  });

  it.each([
    [2_000, 'twenty yuan owed'],
    [-2_000, 'twenty yuan in credit'],
    [0, 'zero yuan'],
  ])('a balance of %d fen is %s', (fen, words) => {
    expect(spoken(speakBalance(fen, 'en'))).toBe(words);
  });

  it('speaks a negative sum to pay as nothing to pay and the credit', () => {
    expect(spoken(grammarOf('en').payable(-2_000))).toBe('zero yuan, with twenty yuan in credit');
  });

  it.each([
    ['2026-02-28', 'February twenty-eighth, twenty twenty-six'],
    ['2005-01-01', 'January first, two thousand and five'],
    ['2000-12-31', 'December thirty-first, two thousand'],
    ['1905-03-12', 'March twelfth, nineteen oh five'],
    ['1900-07-30', 'July thirtieth, nineteen hundred'],
    ['2010-05-03', 'May third, twenty ten'],
  ])('%s is %s', (date, words) => {
    expect(spoken(speakDate(date, 'en'))).toBe(words);
  });

  it('speaks a month', () => {
    expect(spoken(speakMonth('2026-10', 'en'))).toBe('October twenty twenty-six');
  });

  it.each([
    [12, 'twelve kilowatt hours'],
    [1, 'one kilowatt hour'],
    [0.5, 'zero point five kilowatt hours'],
  ])('%d kWh are %s', (energy, words) => {
    expect(spoken(speakEnergy(energy, 'en'))).toBe(words);
  });

  it.each([
    ['+8613900012345', 'one three nine, zero zero zero one, two three four five'],
    ['0576-88412345', 'zero five seven six eight eight four one two three four five'],
    ['88412345x12', 'eight eight four one two three four five extension one two'],
    ['+4420123', 'plus four four two zero one two three'],
  ])('telephone %s is %s', (number, words) => {
    expect(spoken(speakTelephone(number, 'en'))).toBe(words);
  });

  it('speaks an account number digit by digit', () => {
    expect(spoken(speakDigits('0012', 'en'))).toBe('zero zero one two');
  });

  it('speaks percentages and rates per thousand', () => {
    expect(spoken(speakPercent(12.5, 'en'))).toBe('twelve point five percent');
    expect(spoken(grammarOf('en').perMille(1))).toBe('one per thousand');
  });

  it('refuses an ordinal below one and a code without digits', () => {
    expect(() => speakOrdinal(0, 'en')).toThrow(UnspeakableValue);
    expect(() => speakDigits('--', 'en')).toThrow(UnspeakableValue);
  });
});
