import { chinaTime } from './china-time';
import { inWords, yesNo } from './in-words';

describe('cells of a table', () => {
  it("show instants in China's time", () => {
    expect(chinaTime('2026-03-01T16:30:05.120Z')).toBe('2026-03-02 00:30:05');
    expect(chinaTime(undefined)).toBeUndefined();
  });

  it('say words in the language asked for', () => {
    const words = { open: ['未安排', 'open'] } as const;
    expect(inWords(words, 'open', 'zh-CN')).toBe('未安排');
    expect(inWords(words, 'open', 'en')).toBe('open');
    expect(inWords(words, undefined, 'en')).toBeUndefined();
    expect([yesNo(true, 'zh-CN'), yesNo(false, 'en'), yesNo(undefined, 'en')]).toEqual([
      '是',
      'no',
      undefined,
    ]);
  });
});
