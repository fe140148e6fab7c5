import { setTimeout as sleep } from 'node:timers/promises';

const TICK_MS = 5;

/** Places calls evenly at `perSecond`, whether or not those before are done, for so many seconds. */
export async function offerCalls(
  perSecond: number,
  seconds: number,
  place: (index: number) => void,
  signal: AbortSignal,
): Promise<void> {
  const startedAt = performance.now();
  const all = Math.round(perSecond * seconds);
  for (let placed = 0; placed < all;) {
    const due = Math.min(all, Math.floor(((performance.now() - startedAt) / 1000) * perSecond) + 1);
    while (placed < due) place(placed++);
    await sleep(TICK_MS, undefined, { signal });
  }
}
