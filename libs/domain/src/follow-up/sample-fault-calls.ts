import { lotOf } from '../shared';

/** One report of a fault. */
export interface FaultCall {
  readonly id: string;
  /** Part of the outage area that it came from. */
  readonly subArea?: string;
  /** False: nobody can be called, since the caller left no contact (C5). */
  readonly reachable: boolean;
}

export interface FaultShare {
  /** Per cent of the fault's calls, at most two decimals. */
  readonly percent: number;
  readonly atLeast: number;
}

export interface FaultSample {
  /** Calls of the fault that can be followed up. */
  readonly calls: number;
  /** How many must be. */
  readonly required: number;
  /** Ids of those that are, old and new, in the order of their drawing. */
  readonly picked: readonly string[];
}

/** `percent` of a count, rounded up without the error of binary fractions: 5 % of 20 is 1. */
export function shareRoundedUp(count: number, percent: number): number {
  return Math.ceil((count * Math.round(percent * 100)) / 10_000);
}

/**
 * Which of one fault's calls are followed up (art. 21(7)): at least the share of those that left a contact (C5),
 * rounded up, at least `atLeast`. Picks cover as many sub-areas as they can, the larger first, then follow their
 * sizes (Webster's divisors). Who is picked within a sub-area is drawn by lot: the same seed and calls give the same
 * sample in whatever order they come. Calls that were picked before stay picked when more calls of the fault come in.
 */
export function sampleFaultCalls(
  calls: readonly FaultCall[],
  share: FaultShare,
  seed: string,
  pickedBefore: readonly string[] = [],
): FaultSample {
  const reachable = calls.filter((call) => call.reachable);
  const required = Math.min(
    reachable.length,
    Math.max(share.atLeast, shareRoundedUp(reachable.length, share.percent)),
  );
  const known = new Set(reachable.map(({ id }) => id));
  const picked = pickedBefore.filter((id) => known.has(id));
  const strata = strataOf(reachable, new Set(picked), seed);
  while (picked.length < required) {
    const next = strata.reduce((best, one) => (comesFirst(one, best) ? one : best));
    const id = next.waiting.shift();
    if (id === undefined) break;
    next.taken++;
    picked.push(id);
  }
  return { calls: reachable.length, required, picked };
}

interface Stratum {
  readonly size: number;
  readonly lot: number;
  taken: number;
  readonly waiting: string[];
}

function strataOf(calls: readonly FaultCall[], picked: ReadonlySet<string>, seed: string): Stratum[] {
  const bySubArea = new Map<string, FaultCall[]>();
  for (const call of calls) {
    const subArea = call.subArea ?? '';
    const others = bySubArea.get(subArea);
    if (others) others.push(call);
    else bySubArea.set(subArea, [call]);
  }
  const drawn = ({ id }: FaultCall) => ({ id, lot: lotOf(seed, id) });
  return [...bySubArea].map(([subArea, members]) => ({
    size: members.length,
    lot: lotOf(seed, `sub-area ${subArea}`),
    taken: members.filter(({ id }) => picked.has(id)).length,
    waiting: members
      .filter(({ id }) => !picked.has(id))
      .map(drawn)
      .sort((one, other) => one.lot - other.lot || (one.id < other.id ? -1 : 1))
      .map(({ id }) => id),
  }));
}

function comesFirst(one: Stratum, best: Stratum): boolean {
  if (one.waiting.length === 0) return false;
  if (best.waiting.length === 0) return true;
  const covered = Number(one.taken > 0) - Number(best.taken > 0);
  if (covered !== 0) return covered < 0;
  const claim = one.size * (2 * best.taken + 1) - best.size * (2 * one.taken + 1);
  return claim !== 0 ? claim > 0 : one.lot < best.lot;
}
