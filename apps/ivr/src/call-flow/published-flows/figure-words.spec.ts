import {
  addDays,
  grammarOf,
  localDate,
  speakBalance,
  type SpokenLanguage,
  speakDate,
  speakEnergy,
  speakMoney,
} from '@switchyard/domain';
import fc from 'fast-check';
import { figureWords } from './figure-words';

describe.each<SpokenLanguage>(['zh-CN', 'en'])('the words of figures in %s', (language) => {
  const words = new Set(figureWords(language));
  const missing = (spoken: readonly string[]) => spoken.filter((word) => !words.has(word));

  it('are enough for any bill', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 99_999_999 }),
        fc.integer({ min: 0, max: 999_999 }),
        (fen, kwh) => {
          expect(missing(speakMoney(fen, language))).toEqual([]);
          expect(missing(speakEnergy(kwh, language))).toEqual([]);
          expect(missing(speakBalance(kwh - 500_000, language))).toEqual([]);
          expect(missing(grammarOf(language).payable(kwh - 500_000))).toEqual([]);
        },
      ),
    );
  });

  it('are enough for any time of any day: when power comes back, until when an account is locked', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 365 }), fc.integer({ min: 0, max: 1_439 }), (day, minute) => {
        const date = addDays(localDate('2028-01-01'), day);
        expect(missing(grammarOf(language).moment(date, minute))).toEqual([]);
      }),
    );
  });

  it('are few enough to be made ahead', () => {
    expect(words.size).toBeLessThan(3_000);
  });

  it('are enough for any day of these years', () => {
    for (const day of ['2024-02-29', '2026-03-01', '2029-12-31']) {
      expect(missing(speakDate(day, language))).toEqual([]);
    }
  });
});
