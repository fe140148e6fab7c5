import { type SpokenLanguage, speakDate, speakEnergy, speakMoney } from '@switchyard/domain';
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
        },
      ),
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
