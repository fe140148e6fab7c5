import { toHalfWidth } from '@switchyard/domain';
import { type CellRefusal, isBadText, type ReadCell, refuseCell } from '@switchyard/platform';

/** Words of a cell in either language. → the word of the contract */
export function readWord<Word extends string>(
  words: Readonly<Record<Word, readonly string[]>>,
): (text: string) => Word | CellRefusal {
  const byText = new Map<string, Word>();
  for (const word of Object.keys(words) as Word[]) {
    for (const name of [word, ...words[word]]) byText.set(plain(name), word);
  }
  const shown = (Object.keys(words) as Word[]).map((word) => words[word][0] ?? word).join('、');
  return (text) =>
    byText.get(plain(text)) ??
    refuseCell('badWord', `应为 ${shown} 之一`, `give one of ${Object.keys(words).join(', ')}`);
}

const plain = (text: string): string => toHalfWidth(text).trim().toLowerCase().replace(/\s+/g, '');

/** A text of at most `longest` characters; an apostrophe that keeps a spreadsheet from reckoning is taken off. */
export function readLimited(longest: number): ReadCell {
  return (text) => {
    const bare = text.replace(/^'(?=[=+\-@\t])/, '').trim();
    if (isBadText(bare))
      return refuseCell('badText', '含有控制字符或乱码', 'has characters that cannot be read');
    return [...bare].length <= longest
      ? bare
      : refuseCell('tooLong', `最多 ${longest} 个字符`, `has more than ${longest} characters`);
  };
}

/** A text that fits a pattern, in half width. */
export function readPattern(pattern: RegExp, chinese: string, english: string): ReadCell {
  return (text) => {
    const bare = toHalfWidth(text).trim();
    return pattern.test(bare) ? bare : refuseCell('badWord', chinese, english);
  };
}

/** A number from `least` to `most` with at most `decimals` decimals. */
export function readBounded(least: number, most: number, decimals: number): ReadCell {
  return (text) => {
    const bare = toHalfWidth(text).trim();
    const value = Number(bare);
    if (!/^-?\d+(\.\d+)?$/.test(bare)) return refuseCell('badNumber', '应为数字', 'give a number');
    const scaled = value * 10 ** decimals;
    if (Math.abs(scaled - Math.round(scaled)) > 1e-6)
      return refuseCell('badNumber', `最多 ${decimals} 位小数`, `has more than ${decimals} decimals`);
    return value >= least && value <= most
      ? value
      : refuseCell('outOfRange', `应在 ${least} 到 ${most} 之间`, `must be from ${least} to ${most}`);
  };
}
