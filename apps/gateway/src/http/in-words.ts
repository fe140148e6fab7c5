import type { TableLanguage } from '@switchyard/platform';

/** How tables call a word of a contract, in Chinese and in English. */
export type Words<Word extends string> = Readonly<Record<Word, readonly [chinese: string, english: string]>>;

/** A word as a table shows it; absent stays absent. */
export function inWords<Word extends string>(
  words: Words<Word>,
  word: Word | undefined,
  language: TableLanguage,
): string | undefined {
  return word === undefined ? undefined : words[word][language === 'en' ? 1 : 0];
}

export function yesNo(value: boolean | undefined, language: TableLanguage): string | undefined {
  return value === undefined ? undefined : inWords(YES_NO, value ? 'yes' : 'no', language);
}

const YES_NO: Words<'yes' | 'no'> = { yes: ['是', 'yes'], no: ['否', 'no'] };
