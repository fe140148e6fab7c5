import { pairsOf } from './search-query';
import { runsOf, stem, tokensOf } from './tokens';

/** Part of a text, and which of it was looked for: pairs of places in `text`, from and before, in order, apart. */
export interface Highlight {
  readonly text: string;
  readonly marks: readonly (readonly [number, number])[];
}

/** Characters of an excerpt. */
const LENGTH = 120;
/** Characters before the first mark of it. */
const LEAD = 24;

/** The part of a text that has most of what was looked for; undefined where it has nothing of it. */
export function highlightOf(text: string, typed: string): Highlight | undefined {
  const marks = marksIn(text, typed);
  if (marks.length === 0) return undefined;
  if (text.length <= LENGTH) return { text, marks };
  const best = bestStart(marks);
  const start = Math.max(0, Math.min(best - LEAD, text.length - LENGTH));
  const end = Math.min(text.length, start + LENGTH);
  const inside = marks.filter(([from, before]) => from >= start && before <= end);
  return {
    text: `${start > 0 ? '…' : ''}${text.slice(start, end)}${end < text.length ? '…' : ''}`,
    marks: inside.map(([from, before]) => shifted(from, before, (start > 0 ? 1 : 0) - start)),
  };
}

const shifted = (from: number, before: number, by: number): readonly [number, number] => [
  from + by,
  before + by,
];

/** Where an excerpt begins that has the most marks. */
function bestStart(marks: readonly (readonly [number, number])[]): number {
  let best = { start: 0, count: 0 };
  marks.forEach(([start], index) => {
    const count = marks.slice(index).filter(([, before]) => before <= start + LENGTH - LEAD).length;
    if (count > best.count) best = { start, count };
  });
  return best.start;
}

function marksIn(text: string, typed: string): (readonly [number, number])[] {
  const runs = runsOf(typed);
  const pairs = new Set(runs.flatMap((run) => (run.kind === 'chinese' ? pairsOf(run.text) : [])));
  const words = runs.flatMap((run) => (run.kind === 'word' ? [stem(run.text)] : []));
  const found = tokensOf(text).filter(
    ({ term }) =>
      pairs.has(term) || words.some((word) => word === term || (word.length >= 3 && term.startsWith(word))),
  );
  return merged(found.map(({ start, end }) => [start, end] as const));
}

/** Marks that touch are one. */
function merged(marks: readonly (readonly [number, number])[]): (readonly [number, number])[] {
  const apart: [number, number][] = [];
  for (const [from, before] of [...marks].sort((a, b) => a[0] - b[0])) {
    const last = apart.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], before);
    else apart.push([from, before]);
  }
  return apart;
}
