/** A forbidden phrase (§14) and what is said instead. */
export interface ForbiddenPhrase {
  readonly code: string;
  /** All wordings of it; none is empty. */
  readonly wordings: readonly string[];
}

export interface FoundPhrase {
  readonly code: string;
  readonly wording: string;
  /** UTF-16 places in the text, from and before. */
  readonly start: number;
  readonly end: number;
}

/** Spaces and punctuation, which nobody hears. */
const UNHEARD = /[\s\p{P}\p{S}]/u;

/**
 * Forbidden phrases in what somebody said or wrote, in order of place, the longest wording where several begin.
 * Punctuation and spaces within do not hide one. A wording of one character counts only where it stands alone, as an
 * address: 喂 is forbidden, 喂养 is not.
 */
export function findForbidden(text: string, phrases: readonly ForbiddenPhrase[]): FoundPhrase[] {
  const heard = heardOf(text);
  const found = phrases.flatMap(({ code, wordings }) =>
    longestApart(
      wordings.flatMap((wording) => placesOf(heard, wording, text).map((at) => ({ code, wording, ...at }))),
    ),
  );
  return found.sort((a, b) => a.start - b.start || b.end - a.end);
}

interface Heard {
  readonly text: string;
  /** Place of each character in the original. */
  readonly places: readonly number[];
}

function heardOf(text: string): Heard {
  const places: number[] = [];
  let heard = '';
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at] ?? '';
    if (UNHEARD.test(character)) continue;
    heard += character.toLowerCase().length === 1 ? character.toLowerCase() : character;
    places.push(at);
  }
  return { text: heard, places };
}

function placesOf(heard: Heard, wording: string, original: string): { start: number; end: number }[] {
  const wanted = heardOf(wording).text;
  if (wanted === '') return [];
  const found: { start: number; end: number }[] = [];
  for (let at = heard.text.indexOf(wanted); at >= 0; at = heard.text.indexOf(wanted, at + 1)) {
    const start = heard.places[at] ?? 0;
    const end = (heard.places[at + wanted.length - 1] ?? start) + 1;
    if (wanted.length > 1 || standsAlone(original, start, end)) found.push({ start, end });
  }
  return found;
}

function standsAlone(text: string, start: number, end: number): boolean {
  const before = text[start - 1];
  const after = text[end];
  return (before === undefined || UNHEARD.test(before)) && (after === undefined || UNHEARD.test(after));
}

/** 绝对不可能 is one finding, not also 不可能. */
function longestApart(found: readonly FoundPhrase[]): FoundPhrase[] {
  return found.filter(
    (one) =>
      !found.some(
        (other) =>
          other !== one &&
          other.start <= one.start &&
          one.end <= other.end &&
          other.end - other.start > one.end - one.start,
      ),
  );
}

/** Names of the variables of a script, `{单位}`, each once, in order (§13b). */
export function variablesOf(script: string): string[] {
  return [...new Set([...script.matchAll(/\{([^{}]{1,40})\}/g)].map(([, name = '']) => name))];
}
