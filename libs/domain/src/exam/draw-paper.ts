import { lotOf, ok, refused, type Result } from '../shared';
import { type BankQuestion, type PaperItem, toPaperItem } from './paper';
import type { QuestionDifficulty, QuestionKind } from './question';

/** One part of a paper: so many questions of a kind; what is left out may be anything. */
export interface BlueprintPart {
  readonly courseCode?: string;
  readonly topic?: string;
  readonly difficulty?: QuestionDifficulty;
  readonly kind?: QuestionKind;
  /** Questions, at least 1. */
  readonly count: number;
  readonly pointsEach: number;
}

/** A part for which the bank has too few questions that no other part needs. */
export interface Shortfall {
  /** Place of the part, from 0. */
  readonly part: number;
  readonly wanted: number;
  readonly found: number;
}

/**
 * Draws a paper by its blueprint (§15): no question twice, the same paper for the same bank, blueprint and seed in whatever
 * order the bank comes. Parts may overlap: when a drawing exists, one is found.
 */
export function drawPaper(
  bank: readonly BankQuestion[],
  blueprint: readonly BlueprintPart[],
  seed: string,
): Result<readonly PaperItem[], readonly Shortfall[]> {
  const pools = blueprint.map((part) => poolOf(bank, part, seed));
  const slots = blueprint.flatMap((part, at) => Array.from({ length: part.count }, () => at));
  const taken = matched(pools, slots);
  const shortfalls = blueprint.flatMap(({ count }, part) => {
    const found = slots.filter((at, slot) => at === part && taken.bySlot[slot] !== undefined).length;
    return found < count ? [{ part, wanted: count, found }] : [];
  });
  if (shortfalls.length > 0) return refused(shortfalls);
  const byCode = new Map(bank.map((question) => [question.code, question]));
  return ok(
    slots.flatMap((part, slot) => {
      const question = byCode.get(taken.bySlot[slot] ?? '');
      return question ? [toPaperItem(question, slot + 1, blueprint[part]?.pointsEach ?? 0, seed)] : [];
    }),
  );
}

/** Codes that fit a part, in the order of their lots. */
function poolOf(bank: readonly BankQuestion[], part: BlueprintPart, seed: string): readonly string[] {
  return bank
    .filter((question) => fits(question, part))
    .map(({ code }) => ({ code, lot: lotOf(seed, code) }))
    .sort((one, other) => one.lot - other.lot || (one.code < other.code ? -1 : 1))
    .map(({ code }) => code);
}

function fits(question: BankQuestion, { courseCode, topic, difficulty, kind }: BlueprintPart): boolean {
  return (
    (courseCode === undefined || question.courseCode === courseCode) &&
    (topic === undefined || question.topic === topic) &&
    (difficulty === undefined || question.difficulty === difficulty) &&
    (kind === undefined || question.kind === kind)
  );
}

/** A question for as many slots as can have one (augmenting paths): who came first moves over where it can. */
function matched(
  pools: readonly (readonly string[])[],
  slots: readonly number[],
): { readonly bySlot: readonly (string | undefined)[] } {
  const bySlot: (string | undefined)[] = slots.map(() => undefined);
  const byCode = new Map<string, number>();
  const place = (slot: number, seen: Set<string>): boolean => {
    const pool = pools[slots[slot] ?? 0] ?? [];
    const free = pool.find((code) => !byCode.has(code));
    for (const code of free === undefined ? pool : [free]) {
      if (seen.has(code)) continue;
      seen.add(code);
      const holder = byCode.get(code);
      if (holder !== undefined && !place(holder, seen)) continue;
      byCode.set(code, slot);
      bySlot[slot] = code;
      return true;
    }
    return false;
  };
  const full = new Set<number>();
  slots.forEach((part, slot) => {
    if (!full.has(part) && !place(slot, new Set())) full.add(part);
  });
  return { bySlot };
}
