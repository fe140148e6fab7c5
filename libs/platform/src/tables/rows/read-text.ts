import { toHalfWidth } from '@switchyard/domain';
import { isBadText, type ReadCell, refuseCell } from './cell';

const PLAIN_ACCOUNT = /^[A-Za-z0-9-]{1,40}$/;

/** 1 to 40 letters, digits and hyphens; full-width ones are made narrow. */
export const readAccountNo: ReadCell = (text) => {
  if (PLAIN_ACCOUNT.test(text)) return text;
  const narrow = toHalfWidth(text).trim();
  if (PLAIN_ACCOUNT.test(narrow)) return narrow;
  return refuseCell(
    'badText',
    '只能是 1 到 40 位字母、数字和“-”；XLSX 中超过 15 位的编号请设为文本格式',
    'give 1 to 40 letters, digits and hyphens; in XLSX a number of more than 15 digits must be a text cell',
  );
};

/** Free text of 1 to `max` characters. */
export function readText(max: number): ReadCell {
  return (text) => {
    if (isBadText(text)) {
      return text.includes('\uFFFD')
        ? refuseCell(
            'badEncoding',
            '有无法解码的字符，请检查文件编码',
            'some characters cannot be decoded: check the encoding',
          )
        : refuseCell('badText', '含有控制字符', 'holds control characters');
    }
    if (text.length > max) return refuseCell('tooLong', `最多 ${max} 个字符`, `at most ${max} characters`);
    return text;
  };
}

/** One of some words, in any case; several words may mean the same. */
export function readWord(words: Readonly<Record<string, readonly string[]>>): ReadCell {
  const meanings = new Map<string, string>();
  for (const [meaning, spellings] of Object.entries(words)) {
    for (const spelling of [meaning, ...spellings]) meanings.set(spelling.toLowerCase(), meaning);
  }
  const all = [...meanings.keys()].join(', ');
  return (text) =>
    meanings.get(text) ??
    meanings.get(toHalfWidth(text).toLowerCase()) ??
    refuseCell('badWord', `只能是：${all}`, `give one of: ${all}`);
}
