import type { ReceivedCall } from '@switchyard/testing';

/** As much of a call as its figures need. */
export type FiguredCall = Pick<ReceivedCall, 'invitedAt' | 'answeredAt' | 'endedAt' | 'end'>;

/** When was measured, in milliseconds since the epoch, and at which rate calls were offered. */
export interface Measurement {
  readonly from: number;
  readonly to: number;
  readonly offeredPerSecond: number;
  /** Length that a call should have, in seconds. */
  readonly wantedSeconds: number;
  /** Calls of this time that the PBX did not even take. */
  readonly refused: number;
}

/** What came of one rate, as the subscribers saw it. */
export interface CallFigures {
  readonly offeredPerSecond: number;
  /** Calls that ended well, per second. */
  readonly callsPerSecond: number;
  /** Calls that were answered, per second: what is taken on, whether or not it ends in time. */
  readonly answeredPerSecond: number;
  /** Part of the calls begun that were refused, cut off, or never ended. 0 to 1. */
  readonly failedShare: number;
  readonly meanSeconds: number;
  /** Whether this rate can be kept up: see `shortfall`. */
  readonly sustained: boolean;
  /** Why not. */
  readonly shortfall?: string;
}

const MOST_FAILED = 0.01;
const LENGTH_TOLERANCE = 0.1;
/** A pace this much below the offered one means that calls pile up. */
const LEAST_PACE = 0.96;

/**
 * A rate is sustained when of the calls begun in the window less than 1 % failed, their mean length is within 10 % of
 * the wanted one, and answers keep pace with the offer.
 */
export function callFigures(calls: readonly FiguredCall[], measurement: Measurement): CallFigures {
  const { from, to, offeredPerSecond, wantedSeconds, refused } = measurement;
  const within = (at: number | undefined) => at !== undefined && at >= from && at < to;
  const perSecond = (count: number) => count / ((to - from) / 1000);
  const begun = calls.filter(({ invitedAt }) => within(invitedAt));
  const well = begun.filter(({ end, answeredAt }) => end === 'pbx-hung-up' && answeredAt !== undefined);
  const lengths = well.map(({ answeredAt = 0, endedAt = 0 }) => (endedAt - answeredAt) / 1000);
  const meanSeconds = lengths.length > 0 ? lengths.reduce((sum, one) => sum + one, 0) / lengths.length : 0;
  const tried = begun.length + refused;
  const figures = {
    offeredPerSecond,
    callsPerSecond: perSecond(
      calls.filter(({ end, endedAt }) => end === 'pbx-hung-up' && within(endedAt)).length,
    ),
    answeredPerSecond: perSecond(calls.filter(({ answeredAt }) => within(answeredAt)).length),
    failedShare: tried > 0 ? 1 - well.length / tried : 1,
    meanSeconds,
  };
  const shortfall = shortfallOf(figures, wantedSeconds);
  return { ...figures, sustained: shortfall === undefined, shortfall };
}

function shortfallOf(figures: Omit<CallFigures, 'sustained'>, wantedSeconds: number): string | undefined {
  const { failedShare, meanSeconds, answeredPerSecond, callsPerSecond, offeredPerSecond } = figures;
  if (failedShare >= MOST_FAILED) return `${(failedShare * 100).toFixed(1)} % failed`;
  if (Math.abs(meanSeconds - wantedSeconds) > wantedSeconds * LENGTH_TOLERANCE) {
    return `calls of ${meanSeconds.toFixed(2)} s`;
  }
  const pace = Math.min(answeredPerSecond, callsPerSecond);
  if (pace < offeredPerSecond * LEAST_PACE) return `only ${pace.toFixed(0)}/s done`;
  return undefined;
}
