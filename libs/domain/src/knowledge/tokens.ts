/** A piece of text by which it is found; `start` and `end` are UTF-16 places in the text, `place` counts from 1. */
export interface SearchToken {
  readonly term: string;
  readonly start: number;
  readonly end: number;
  readonly place: number;
}

/** A run without spaces and punctuation: Chinese (also kana and hangul), or a word of letters and digits. */
export interface TextRun {
  readonly kind: 'chinese' | 'word';
  readonly text: string;
  readonly start: number;
}

const CHINESE = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}';
/** '95598热线' is a word and Chinese, though no space is between them. */
const RUN = new RegExp(`(?<chinese>[${CHINESE}]+)|(?:(?![${CHINESE}])[\\p{L}\\p{N}])+`, 'gu');

/** One character as it is compared: half-width, lower case. The length of a text never changes by it. */
function folded(text: string): string {
  return text.replace(/[\s\S]/g, (character) => {
    const plain = character.normalize('NFKC').toLowerCase();
    return plain.length === 1 ? plain : character;
  });
}

/** Runs of a text, folded. */
export function runsOf(text: string): TextRun[] {
  return [...folded(text).matchAll(RUN)].map((match) => ({
    kind: match.groups?.chinese === undefined ? 'word' : 'chinese',
    text: match[0],
    start: match.index,
  }));
}

/**
 * What a text is found by. Chinese has no spaces: each character and each pair of neighbours is a term, so that words of
 * two characters are found, and one, and a longer word by its pairs in a row. `from` is the place before the first.
 */
export function tokensOf(text: string, from = 0): SearchToken[] {
  const tokens: SearchToken[] = [];
  let place = from;
  for (const run of runsOf(text)) {
    const { start } = run;
    if (run.kind === 'word') {
      tokens.push({ term: stem(run.text), start, end: start + run.text.length, place: ++place });
      continue;
    }
    let at = start;
    let before: { term: string; start: number; place: number } | undefined;
    for (const term of run.text) {
      const end = at + term.length;
      if (before) tokens.push({ ...before, term: before.term + term, end });
      tokens.push({ term, start: at, end, place: ++place });
      before = { term, start: at, place };
      at = end;
    }
  }
  return tokens;
}

/** Harman's rules for plurals in English: bills → bill, policies → policy; gas, bonus and access stay. */
export function stem(word: string): string {
  if (word.length < 4 || !/^[a-z]+$/.test(word)) return word;
  if (/ies$/.test(word) && !/[ae]ies$/.test(word)) return `${word.slice(0, -3)}y`;
  if (/es$/.test(word) && !/[aeo]es$/.test(word)) return word.slice(0, -1);
  if (/s$/.test(word) && !/[us]s$/.test(word)) return word.slice(0, -1);
  return word;
}
