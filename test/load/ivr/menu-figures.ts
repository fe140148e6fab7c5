/** One call as its caller saw it. Times in milliseconds since the epoch. */
export interface MeasuredCall {
  /** The first that its caller noted. */
  readonly begunAt: number;
  readonly answeredAt?: number;
  readonly endedAt?: number;
  /** Whether the PBX ended it after its answer to the key. */
  readonly well?: boolean;
}

export interface MenuRate {
  readonly offeredPerSecond: number;
  /** Calls that ended well, per second. */
  readonly callsPerSecond: number;
  readonly answeredPerSecond: number;
  /** Part of the calls begun that went wrong, 0 to 1. */
  readonly failedShare: number;
  readonly meanSeconds: number;
  /** The most calls at one time. */
  readonly concurrentCalls: number;
  readonly sustained: boolean;
  /** Why not. */
  readonly shortfall?: string;
}

const MOST_FAILED = 0.01;
const LENGTH_TOLERANCE = 0.1;
/** A pace this much below the offered one means that calls pile up. */
const LEAST_PACE = 0.96;

/** What came of one rate between two moments; see `shortfall` for when it is sustained. */
export function menuFigures(
  calls: readonly MeasuredCall[],
  measured: { readonly from: number; readonly to: number; readonly offeredPerSecond: number },
  wantedSeconds: number,
): MenuRate {
  const { from, to, offeredPerSecond } = measured;
  const within = (at: number | undefined): boolean => at !== undefined && at >= from && at < to;
  const perSecond = (count: number) => count / ((to - from) / 1000);
  const begun = calls.filter(({ begunAt }) => within(begunAt));
  const well = begun.filter((call) => call.well === true && call.answeredAt !== undefined);
  const seconds =
    well.reduce((sum, { answeredAt = 0, endedAt = 0 }) => sum + (endedAt - answeredAt), 0) / 1000;
  const figures = {
    offeredPerSecond,
    callsPerSecond: perSecond(calls.filter((call) => call.well === true && within(call.endedAt)).length),
    answeredPerSecond: perSecond(calls.filter((call) => within(call.answeredAt)).length),
    failedShare: begun.length > 0 ? 1 - well.length / begun.length : 1,
    meanSeconds: well.length > 0 ? seconds / well.length : 0,
    concurrentCalls: mostAtOnce(calls),
  };
  const shortfall = shortfallOf(figures, wantedSeconds);
  return { ...figures, sustained: shortfall === undefined, shortfall };
}

function shortfallOf(rate: Omit<MenuRate, 'sustained'>, wantedSeconds: number): string | undefined {
  if (rate.failedShare >= MOST_FAILED) return `${(rate.failedShare * 100).toFixed(1)} % failed`;
  if (Math.abs(rate.meanSeconds - wantedSeconds) > wantedSeconds * LENGTH_TOLERANCE) {
    return `calls of ${rate.meanSeconds.toFixed(2)} s`;
  }
  const pace = Math.min(rate.answeredPerSecond, rate.callsPerSecond);
  return pace < rate.offeredPerSecond * LEAST_PACE ? `only ${pace.toFixed(0)}/s done` : undefined;
}

function mostAtOnce(calls: readonly MeasuredCall[]): number {
  const changes = calls
    .flatMap(({ answeredAt, endedAt }) =>
      answeredAt === undefined ? [] : [[answeredAt, 1] as const, [endedAt ?? Infinity, -1] as const],
    )
    .sort(([at, change], [otherAt, otherChange]) => at - otherAt || change - otherChange);
  let now = 0;
  let most = 0;
  for (const [, change] of changes) most = Math.max(most, (now += change));
  return most;
}
