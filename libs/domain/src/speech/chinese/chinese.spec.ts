import fc from 'fast-check';
import { joinSegments } from '../join-segments';
import type { Segment } from '../language';
import {
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
  grammarOf,
} from '../speak';
import { UnspeakableValue } from '../unspeakable-value';

const spoken = (segments: Segment[]) => joinSegments(segments, 'zh-CN');

describe('Chinese numbers', () => {
  it.each([
    [0, '零'],
    [1, '一'],
    [2, '二'],
    [10, '十'],
    [11, '十一'],
    [12, '十二'],
    [20, '二十'],
    [22, '二十二'],
    [99, '九十九'],
    [100, '一百'],
    [101, '一百零一'],
    [102, '一百零二'],
    [110, '一百一十'],
    [111, '一百一十一'],
    [119, '一百一十九'],
    [200, '二百'],
    [222, '二百二十二'],
    [1_000, '一千'],
    [1_001, '一千零一'],
    [1_010, '一千零一十'],
    [1_100, '一千一百'],
    [2_000, '两千'],
    [2_002, '两千零二'],
    [2_200, '两千二百'],
    [9_999, '九千九百九十九'],
    [10_000, '一万'],
    [10_001, '一万零一'],
    [10_010, '一万零一十'],
    [10_100, '一万零一百'],
    [11_000, '一万一千'],
    [12_000, '一万二千'],
    [20_000, '两万'],
    [22_000, '两万二千'],
    [100_000, '十万'],
    [100_001, '十万零一'],
    [101_000, '十万一千'],
    [110_000, '十一万'],
    [200_000, '二十万'],
    [1_000_000, '一百万'],
    [10_000_000, '一千万'],
    [20_000_000, '两千万'],
    [20_020_020, '两千零二万零二十'],
    [100_000_000, '一亿'],
    [100_000_001, '一亿零一'],
    [100_020_000, '一亿零二万'],
    [105_000_000, '一亿零五百万'],
    [200_000_000, '两亿'],
    [220_000_000, '两亿二千万'],
    [1_234_567_890, '十二亿三千四百五十六万七千八百九十'],
    [1_000_000_000_000, '一万亿'],
    [1_000_100_000_000, '一万零一亿'],
    [2_000_000_000_000, '两万亿'],
    [Number.MAX_SAFE_INTEGER, '九千零七万一千九百九十二亿五千四百七十四万零九百九十一'],
    [-15, '负十五'],
  ])('%d is %s', (value, words) => {
    expect(spoken(speakCardinal(value, 'zh-CN'))).toBe(words);
  });

  it.each([
    [2, '两'],
    [12, '十二'],
    [3, '三'],
    [0, '零'],
  ])('%d things are counted %s', (value, words) => {
    expect(spoken(speakCount(value, 'zh-CN'))).toBe(words);
  });

  it.each([
    [0.5, '零点五'],
    [12.05, '十二点零五'],
    [12_345.67, '一万二千三百四十五点六七'],
    [2.5, '二点五'],
    [100, '一百'],
    [-0.25, '负零点二五'],
    [0.00001, '零'],
  ])('decimal %d is %s', (value, words) => {
    expect(spoken(speakDecimal(value, 'zh-CN'))).toBe(words);
  });

  it.each([
    [1, '第一'],
    [2, '第二'],
    [12, '第十二'],
  ])('ordinal %d is %s', (value, words) => {
    expect(spoken(speakOrdinal(value, 'zh-CN'))).toBe(words);
  });
});

describe('Chinese sums, dates and codes', () => {
  it.each([
    [0, '零元'],
    [1, '一分'],
    [2, '两分'],
    [5, '五分'],
    [20, '两角'],
    [30, '三角'],
    [22, '两角二分'],
    [100, '一元'],
    [200, '两元'],
    [222, '两元二角二分'],
    [1_005, '十元零五分'],
    [10_035, '一百元三角五分'],
    [10_200, '一百零二元'],
    [1_005_030, '一万零五十元三角'],
    [1_005_005, '一万零五十元零五分'],
    [10_000_000_000, '一亿元'],
    [-2_000, '结余二十元'],
    [-5, '结余五分'],
  ])('%d fen are %s', (fen, words) => {
    expect(spoken(speakMoney(fen, 'zh-CN'))).toBe(words);
  });

  it.each([
    [2_000, '欠费二十元'],
    [-2_000, '结余二十元'],
    [0, '余额零元'],
  ])('a balance of %d fen is %s', (fen, words) => {
    expect(spoken(speakBalance(fen, 'zh-CN'))).toBe(words);
  });

  it('speaks a negative sum to pay as nothing to pay and the credit', () => {
    expect(spoken(grammarOf('zh-CN').payable(-2_050))).toBe('零元，结余二十元五角');
  });

  it.each([
    ['2026-02-28', '二零二六年二月二十八日'],
    ['2024-02-29', '二零二四年二月二十九日'],
    ['2026-10-01', '二零二六年十月一日'],
    ['2011-12-11', '二零一一年十二月十一日'],
  ])('%s is %s', (date, words) => {
    expect(spoken(speakDate(date, 'zh-CN'))).toBe(words);
  });

  it.each([
    ['2026-10', '二零二六年十月'],
    ['2026-02', '二零二六年二月'],
  ])('month %s is %s', (month, words) => {
    expect(spoken(speakMonth(month, 'zh-CN'))).toBe(words);
  });

  it.each([
    [12, '十二千瓦时'],
    [2, '两千瓦时'],
    [0, '零千瓦时'],
    [1_234.5, '一千二百三十四点五千瓦时'],
  ])('%d kWh are %s', (energy, words) => {
    expect(spoken(speakEnergy(energy, 'zh-CN'))).toBe(words);
  });

  it.each([
    ['+8613900012345', '幺三九，零零零幺，二三四五'],
    ['0576-88412345', '零五七六八八四幺二三四五'],
    ['95598', '九五五九八'],
    ['+86 576 88412345,210', '五七六八八四幺二三四五转二幺零'],
    ['+4420123', '加四四二零幺二三'],
  ])('telephone %s is %s', (number, words) => {
    expect(spoken(speakTelephone(number, 'zh-CN'))).toBe(words);
  });

  it.each([
    ['0012', '零零一二'],
    ['a-102', 'A一零二'],
  ])('account %s is %s', (text, words) => {
    expect(spoken(speakDigits(text, 'zh-CN'))).toBe(words);
  });

  it.each([
    [12.5, '百分之十二点五'],
    [100, '百分之一百'],
  ])('%d %% is %s', (value, words) => {
    expect(spoken(speakPercent(value, 'zh-CN'))).toBe(words);
  });

  it.each(['2026-02-30', '2026-13-01', '2025-02-29', '26-02-28', '', '2026-2-8'])(
    'refuses %p as a date',
    (date) => {
      expect(() => speakDate(date, 'zh-CN')).toThrow(UnspeakableValue);
    },
  );

  it.each([NaN, Infinity, 1.5, 2 ** 53])('refuses %p as a whole number', (value) => {
    expect(() => speakCardinal(value, 'zh-CN')).toThrow(UnspeakableValue);
  });

  it('splits a sum into words that other sums use again', () => {
    expect(speakMoney(1_005_030, 'zh-CN')).toEqual(['一', '万', '零', '五十', '元', '三角']);
    expect(speakMoney(350_000, 'zh-CN')).toEqual(['三千', '五百', '元']);
  });
});

/** Reads Chinese numerals back, by the arithmetic of the units: the grammar's inverse, written apart from it. */
function valueOf(words: string): number {
  const digits = '零一二三四五六七八九';
  const large = /^(.*?)亿(.*)$/.exec(words) ?? /^(.*?)万(.*)$/.exec(words);
  if (large) {
    const unit = words.includes('亿') ? 1e8 : 1e4;
    return valueOf(large[1] ?? '') * unit + valueOf(large[2] ?? '');
  }
  let sum = 0;
  let pending: number | undefined;
  for (const word of words.replaceAll('两', '二')) {
    const unit = { 千: 1000, 百: 100, 十: 10 }[word];
    if (unit) {
      sum += (pending ?? 1) * unit;
      pending = undefined;
    } else {
      pending = digits.indexOf(word);
      if (pending < 0) throw new Error(`not a numeral: ${word}`);
    }
  }
  return sum + (pending ?? 0);
}

describe('any Chinese number', () => {
  const large = fc.maxSafeInteger().map((value) => Math.abs(value) % (10 ** 12 + 1));

  it('can be read back from its words, up to 10^12', () => {
    fc.assert(
      fc.property(fc.oneof(large, fc.nat()), (value) => {
        expect(valueOf(spoken(speakCardinal(value, 'zh-CN')))).toBe(value);
      }),
      { numRuns: 2_000 },
    );
  });

  it('never doubles a 零, ends in one, or starts with 一十', () => {
    fc.assert(
      fc.property(large, (value) => {
        const words = spoken(speakCardinal(value, 'zh-CN'));
        expect(words).not.toMatch(/零零|.零$|^一十|undefined/);
      }),
      { numRuns: 2_000 },
    );
  });
});
