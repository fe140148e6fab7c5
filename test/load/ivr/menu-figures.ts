import { type CallFigures, callFigures, type FiguredCall } from '../bench/call-figures';

/** One call as its caller saw it. Times in milliseconds since the epoch. */
export interface MeasuredCall {
  /** The first that its caller noted. */
  readonly begunAt: number;
  readonly answeredAt?: number;
  readonly endedAt?: number;
  /** Whether the PBX ended it after its answer to the key. */
  readonly well?: boolean;
}

export interface MenuRate extends CallFigures {
  /** The most calls at one time. */
  readonly concurrentCalls: number;
}

/** What came of one rate between two moments; see `shortfall` for when it is sustained. */
export function menuFigures(
  calls: readonly MeasuredCall[],
  measured: { readonly from: number; readonly to: number; readonly offeredPerSecond: number },
  wantedSeconds: number,
): MenuRate {
  const figured = calls.map(({ begunAt, answeredAt, endedAt, well }): FiguredCall => ({
    invitedAt: begunAt,
    answeredAt,
    endedAt,
    end: well === true ? 'pbx-hung-up' : undefined,
  }));
  return {
    ...callFigures(figured, { ...measured, wantedSeconds, refused: 0 }),
    concurrentCalls: mostAtOnce(calls),
  };
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
