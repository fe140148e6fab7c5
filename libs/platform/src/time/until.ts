import { setTimeout as sleep } from 'node:timers/promises';
import { TimeoutError } from './with-timeout';

/** Waits until a condition holds, looking every 10 ms. @throws TimeoutError */
export async function until(condition: () => boolean, timeoutMs: number, what: string): Promise<void> {
  const deadline = performance.now() + timeoutMs;
  while (!condition()) {
    if (performance.now() > deadline) throw new TimeoutError(what, timeoutMs);
    await sleep(10);
  }
}
