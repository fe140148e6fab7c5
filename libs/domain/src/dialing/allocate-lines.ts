/** One running batch as the fair sharing sees it. */
export interface BatchDemand {
  readonly id: string;
  /** Calls that could start now: due, permitted, in calling hours. */
  readonly waiting: number;
  readonly live: number;
  /** Its line share, in lines; without one it may have all. */
  readonly maxLines?: number;
  /** Calls still to be expected before it is finished, retries included. */
  readonly remainingCalls: number;
  /** Seconds of calling hours left until its deadline. */
  readonly openSecondsLeft: number;
}

/** How far each batch is ahead of its fair turn; 0 is next. Keep it between calls, start with {}. */
export type TurnsAhead = Readonly<Record<string, number>>;

export interface Allocation {
  /** Calls to start now, by batch; batches that get none are left out. */
  readonly starts: Readonly<Record<string, number>>;
  readonly ahead: TurnsAhead;
}

/** No batch gets less than this part of the most urgent one's pace while both wait. */
export const LEAST_PACE = 0.05;

/**
 * Shares `free` call starts between batches (T2.10) by stride scheduling: each start puts a batch ahead by
 * 1 / pace, and the one least ahead is next; so starts are proportional to pace and nobody starves. Pace
 * is planned backwards from the deadline: calls still needed per second of calling hours left, relative
 * to the most urgent batch, never under LEAST_PACE. What one batch cannot use goes to the others. A batch
 * that idles keeps what it is ahead and gains no credit.
 */
export function allocateLines(free: number, batches: readonly BatchDemand[], ahead: TurnsAhead): Allocation {
  const paces = pacesOf(batches);
  const queue = batches.map((batch) => ({
    batch,
    pace: paces.get(batch.id) ?? 1,
    ahead: Math.max(0, ahead[batch.id] ?? 0),
    started: 0,
  }));
  type Turn = (typeof queue)[number];
  const canStart = ({ batch, started }: Turn) =>
    started < batch.waiting && batch.live + started < (batch.maxLines ?? Infinity);

  let turnNow = 0;
  for (let left = Math.floor(free); left > 0; left--) {
    const next = queue.filter(canStart).reduce<Turn | undefined>(before, undefined);
    if (!next) break;
    turnNow = next.ahead;
    next.started++;
    next.ahead += 1 / next.pace;
  }
  const least = queue.filter(canStart).reduce((min, turn) => Math.min(min, turn.ahead), Infinity);
  const now = Number.isFinite(least) ? least : turnNow;
  return {
    starts: Object.fromEntries(queue.filter((turn) => turn.started > 0).map((t) => [t.batch.id, t.started])),
    ahead: Object.fromEntries(queue.map((turn) => [turn.batch.id, Math.max(0, turn.ahead - now)])),
  };
}

/** Least ahead first; then the more urgent one, then by id, so that the same input gives the same answer. */
function before<T extends { readonly ahead: number; readonly pace: number; readonly batch: BatchDemand }>(
  best: T | undefined,
  turn: T,
): T {
  if (!best || turn.ahead < best.ahead) return turn;
  if (turn.ahead > best.ahead) return best;
  if (turn.pace !== best.pace) return turn.pace > best.pace ? turn : best;
  return turn.batch.id < best.batch.id ? turn : best;
}

function pacesOf(batches: readonly BatchDemand[]): ReadonlyMap<string, number> {
  const needs = batches.map(
    ({ remainingCalls, openSecondsLeft }) => remainingCalls / Math.max(1, openSecondsLeft),
  );
  const most = Math.max(...needs, 0);
  return new Map(
    batches.map(({ id }, index) => [id, most > 0 ? Math.max(LEAST_PACE, (needs[index] ?? 0) / most) : 1]),
  );
}
