import { runsOf, stem, type TextRun, tokensOf } from './tokens';

/** What somebody looks for, as tsquery texts of Postgres. */
export interface SearchQuery {
  /** All of it, each Chinese word as written. */
  readonly exact: string;
  /** Any term of it. */
  readonly any: string;
  /** Each term alone, for how much of it an article has. */
  readonly terms: readonly string[];
  /** Terms that an article must have at least, 1 to the number of terms. */
  readonly atLeast: number;
}

/** Of the terms of a question in whole sentences, so many must be found [ours]. */
const SHARE_NEEDED = 0.5;

/**
 * The query of what was typed, or undefined where it holds no letter, digit or character. Two spaced Chinese words must
 * both be there; a question in one piece is found by half of its pairs.
 */
export function searchQueryOf(typed: string): SearchQuery | undefined {
  const runs = runsOf(typed);
  if (runs.length === 0) return undefined;
  const terms = [...new Set(runs.flatMap(termsOfRun))];
  return {
    exact: runs.map(exactly).join(' & '),
    any: terms.join(' | '),
    terms,
    atLeast: Math.max(1, Math.ceil(terms.length * SHARE_NEEDED)),
  };
}

/** Terms hold letters and digits only: quotes need no escape. */
const quoted = (term: string): string => `'${term}'`;

/** A word of three letters or more also begins longer words: `recon` finds reconnection. */
const wordTerm = (word: string): string => quoted(stem(word)) + (word.length >= 3 ? ':*' : '');

function termsOfRun(run: TextRun): readonly string[] {
  return run.kind === 'word' ? [wordTerm(run.text)] : pairsOf(run.text).map(quoted);
}

function exactly(run: TextRun): string {
  return run.kind === 'word' ? wordTerm(run.text) : `(${pairsOf(run.text).map(quoted).join(' <-> ')})`;
}

/** The pairs of neighbours; the character itself where it stands alone. */
export function pairsOf(chinese: string): string[] {
  const characters = [...chinese];
  if (characters.length === 1) return characters;
  return characters.slice(1).map((character, index) => (characters[index] ?? '') + character);
}

/** How much a term counts by where it stands: A the title, B tags and wordings, D the rest. */
export type SearchWeight = 'A' | 'B' | 'D';

/** A gap between the parts, so that no word reaches from one into the next. */
const GAP = 2;
/** Postgres keeps no later place. */
const LAST_PLACE = 16_383;

/** A tsvector, as Postgres reads it, of texts by weight. Places beyond 16,383 are all the last. */
export function searchVectorOf(
  parts: readonly { readonly text: string; readonly weight: SearchWeight }[],
): string {
  const places = new Map<string, string[]>();
  let place = 0;
  for (const { text, weight } of parts) {
    const tokens = tokensOf(text, place);
    for (const { term, place: at } of tokens) {
      const known = places.get(term);
      const here = `${Math.min(at, LAST_PLACE)}${weight}`;
      if (known) known.push(here);
      else places.set(term, [here]);
    }
    place = (tokens.at(-1)?.place ?? place) + GAP;
  }
  return [...places].map(([term, at]) => `${quoted(term)}:${at.join(',')}`).join(' ');
}
