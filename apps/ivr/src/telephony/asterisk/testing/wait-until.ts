import { setTimeout as sleep } from 'node:timers/promises';

/** Lets real time pass until `holds`. @throws Error naming `what` after `timeoutMs` */
export async function waitUntil(what: string, holds: () => boolean, timeoutMs: number): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  while (!holds()) {
    if (Date.now() >= deadline) throw new Error(`no ${what} within ${timeoutMs} ms`);
    await sleep(20);
  }
}
