import { lotOf, minuteOfDayAt } from '../shared';
import type { SamplingRule } from './quality-policy';

/** Why somebody's calls are drawn as they are. */
export const SAMPLED_CLASSES = ['ordinary', 'new', 'weak'] as const;
export type SampledClass = (typeof SAMPLED_CLASSES)[number];

/** Why a call was drawn: for the share of all, of the new or the weak, or because of its agent nothing else was drawn that week. */
export const DRAW_REASONS = ['share', 'new', 'weak', 'weekly'] as const;
export type DrawReason = (typeof DRAW_REASONS)[number];

/** A recorded call that can be drawn. */
export interface FrameCall {
  readonly recordingId: string;
  readonly staffNumber: string;
  readonly postCode: string;
  readonly startedAt: Date;
  /** Whether automatic monitoring points at it. */
  readonly hinted: boolean;
}

export interface DrawnCall {
  readonly recordingId: string;
  readonly reason: DrawReason;
  readonly stratum: string;
}

/** What a stratum had and gave. */
export interface StratumShare {
  readonly stratum: string;
  readonly raised: boolean;
  readonly calls: number;
  readonly drawn: number;
}

export interface DayDraw {
  /** In the order of the strata. */
  readonly drawn: readonly DrawnCall[];
  readonly strata: readonly StratumShare[];
}

type ShareRule = Pick<SamplingRule, 'basePercent' | 'raisedPercent' | 'hintFactor'>;

const SHIFTS = ['night', 'early', 'late'] as const;
const HOURS_OF_SHIFT = 8;

/** Post, part of the day (C6: 0–8, 8–16, 16–24 o'clock in China) and hour of a call. */
export function stratumOf({ postCode, startedAt }: Pick<FrameCall, 'postCode' | 'startedAt'>): string {
  const hour = Math.floor(minuteOfDayAt(startedAt) / 60);
  const shift = SHIFTS[Math.floor(hour / HOURS_OF_SHIFT)] ?? SHIFTS[0];
  return `${postCode}/${shift}/${String(hour).padStart(2, '0')}`;
}

/** Who was hired fewer days ago is new; else who scores too little is weak; else ordinary. */
export function sampledClass(
  { tenureDays, meanScore }: { readonly tenureDays: number; readonly meanScore?: number },
  rule: Pick<SamplingRule, 'newWithinDays' | 'weakBelow'>,
): SampledClass {
  if (tenureDays < rule.newWithinDays) return 'new';
  return meanScore !== undefined && meanScore < rule.weakBelow ? 'weak' : 'ordinary';
}

/**
 * Draws the share of a day's calls (C26): of the ordinary `basePercent`, of the new and weak `raisedPercent`, each rounded up to a whole
 * call. Every stratum gives its part of it, rounded up or down; a call that monitoring points at is `hintFactor` times as likely. The
 * same calls, classes and seed give the same draw, in whatever order they come.
 */
export function drawDay(
  frame: readonly FrameCall[],
  classes: ReadonlyMap<string, SampledClass>,
  rule: ShareRule,
  seed: string,
): DayDraw {
  const classOf = ({ staffNumber }: FrameCall) => classes.get(staffNumber) ?? 'ordinary';
  const parts = [
    { raised: false, percent: rule.basePercent, calls: frame.filter((call) => classOf(call) === 'ordinary') },
    {
      raised: true,
      percent: rule.raisedPercent,
      calls: frame.filter((call) => classOf(call) !== 'ordinary'),
    },
  ];
  const drawn: DrawnCall[] = [];
  const strata: StratumShare[] = [];
  for (const { raised, percent, calls } of parts) {
    const size = Math.ceil((calls.length * percent) / 100);
    for (const { stratum, own, quota } of quotas(calls, size, `${seed}/${raised ? 'raised' : 'base'}`)) {
      const chosen = byLot(own, rule.hintFactor, seed).slice(0, quota);
      strata.push({ stratum, raised, calls: own.length, drawn: chosen.length });
      for (const call of chosen) {
        const kind = classOf(call);
        drawn.push({ recordingId: call.recordingId, reason: kind === 'ordinary' ? 'share' : kind, stratum });
      }
    }
  }
  return { drawn, strata };
}

/** One call of each person of the week's frame of whom none was drawn in the week (C26: at least one a week). */
export function drawWeek(
  frame: readonly FrameCall[],
  drawnOf: ReadonlySet<string>,
  hintFactor: number,
  seed: string,
): readonly DrawnCall[] {
  const left = new Map<string, FrameCall[]>();
  for (const call of frame) {
    if (!drawnOf.has(call.staffNumber))
      left.set(call.staffNumber, [...(left.get(call.staffNumber) ?? []), call]);
  }
  return [...left.keys()].sort().flatMap((staffNumber) =>
    byLot(left.get(staffNumber) ?? [], hintFactor, seed)
      .slice(0, 1)
      .map((call) => ({
        recordingId: call.recordingId,
        reason: 'weekly' as const,
        stratum: stratumOf(call),
      })),
  );
}

/** How many of each stratum: every step-th of all in the order of the strata, from a start by lot. */
function quotas(calls: readonly FrameCall[], size: number, seed: string) {
  const strata = new Map<string, FrameCall[]>();
  for (const call of calls) {
    const stratum = stratumOf(call);
    const own = strata.get(stratum);
    if (own) own.push(call);
    else strata.set(stratum, [call]);
  }
  const start = lotOf(seed, 'start');
  const hitsBefore = (place: number) =>
    size === 0 ? 0 : Math.min(size, Math.max(0, Math.ceil((place * size) / calls.length - start)));
  let place = 0;
  return [...strata.keys()].sort().map((stratum) => {
    const own = strata.get(stratum) ?? [];
    const before = hitsBefore(place);
    place += own.length;
    const until = place === calls.length ? size : hitsBefore(place);
    return { stratum, own, quota: until - before };
  });
}

/** Drawn by lot, the first first; weight w is taken into account as lot^(1/w) (Efraimidis and Spirakis). */
function byLot(calls: readonly FrameCall[], hintFactor: number, seed: string): readonly FrameCall[] {
  return calls
    .map((call) => ({ call, lot: lotOf(seed, call.recordingId) ** (call.hinted ? 1 / hintFactor : 1) }))
    .sort((one, other) => other.lot - one.lot || (one.call.recordingId < other.call.recordingId ? -1 : 1))
    .map(({ call }) => call);
}
