import type { Allocation, BatchDemand } from './allocate-lines';

/** What keeps a batch's due contacts waiting though they may be called, as the dialer sees it; the least first. */
export const DIAL_OBSTACLES = ['calls-per-second', 'no-free-line', 'line-share', 'truth-unknown'] as const;
export type DialObstacle = (typeof DIAL_OBSTACLES)[number];

/** One round of one node. */
export interface DialRound {
  readonly demands: readonly BatchDemand[];
  readonly starts: Allocation['starts'];
  readonly lines: number;
  /** Call starts that the lines permitted. */
  readonly free: number;
  /** Call starts that the calls-per-second limit permitted too. */
  readonly granted: number;
}

/**
 * Why each batch that has more contacts due than it was given starts got no more of them; null for those that were
 * merely not in turn, and for those that got all they wanted. Batches without due contacts are left out.
 */
export function obstaclesOf(round: DialRound): ReadonlyMap<string, DialObstacle | null> {
  const started = Object.values(round.starts).reduce((sum, starts) => sum + starts, 0);
  return new Map(
    round.demands
      .filter(({ waiting }) => waiting > 0)
      .map((demand) => [demand.id, obstacleOf(demand, round, started)]),
  );
}

function obstacleOf(
  { id, waiting, live, maxLines }: BatchDemand,
  { starts, lines, free, granted }: DialRound,
  started: number,
): DialObstacle | null {
  const own = starts[id] ?? 0;
  if (own >= waiting) return null;
  if (maxLines !== undefined && maxLines < lines && live + own >= maxLines) return 'line-share';
  if (started >= free) return 'no-free-line';
  return started >= granted ? 'calls-per-second' : null;
}

/** Of what several nodes say of one batch: it is held up as much as by the node that holds it up least. */
export function leastObstacle(obstacles: readonly (DialObstacle | null)[]): DialObstacle | undefined {
  return obstacles.includes(null) ? undefined : DIAL_OBSTACLES.find((each) => obstacles.includes(each));
}
