/** Milliseconds to wait before try `attempt` (1, 2, …): doubling from 250 ms to 10 s, ±20 % by `random` (0..1). */
export function backOffMs(attempt: number, random: number): number {
  const base = Math.min(10_000, 250 * 2 ** Math.min(attempt - 1, 10));
  return Math.round(base * (0.8 + 0.4 * random));
}
