import { setTimeout as sleep } from 'node:timers/promises';
import { type Crowd, type Lab, type Platform, waitFor } from '@switchyard/testing';
import type { Pool } from 'pg';
import { Scene } from '../faults/scene';
import type { SeededRandom } from '../faults/seeded-random';
import type { Agent } from './agents';
import { queueFloor } from './queue-floor';

const SETTLE_MS = 40_000;
const POLL_MS = 300;

/** Where the faults happen: the lab, the platform on it, and its agents. */
export interface House {
  readonly lab: Lab;
  readonly platform: Platform;
  readonly database: Pool;
  readonly agents: readonly Agent[];
  readonly random: SeededRandom;
  readonly say: (line: string) => void;
  readonly signal: AbortSignal;
}

/** Channels that wait in any queue, by their places. */
export async function waitingChannels(lab: Lab): Promise<string[]> {
  return (await queueFloor(lab)).flatMap(({ waiting }) => waiting);
}

/** @throws Error when it does not come to be in time */
export async function until(
  { signal }: House,
  what: string,
  holds: () => boolean | Promise<boolean>,
  timeoutMs = SETTLE_MS,
): Promise<void> {
  const check = () => {
    signal.throwIfAborted();
    return holds();
  };
  await waitFor(what, check, timeoutMs, POLL_MS);
}

/** False, said aloud, when it does not come to be in time. */
export async function becomes(
  house: House,
  what: string,
  holds: () => boolean | Promise<boolean>,
  timeoutMs: number,
): Promise<boolean> {
  try {
    await until(house, what, holds, timeoutMs);
    return true;
  } catch (error) {
    house.signal.throwIfAborted();
    house.say(`    ${error instanceof Error ? error.message : String(error)}`);
    return false;
  }
}

/** Callers are served by the platform, not queued by the dialplan. */
export async function untilServed(house: House): Promise<void> {
  const { lab, platform, random, say, signal } = house;
  const { url } = await new Scene(lab, platform, random, say, signal).holder();
  await until(house, 'the PBX node is up', async () => {
    const answer = await fetch(`${url}/health/ready`, { signal: AbortSignal.timeout(5_000) });
    return answer.ok;
  });
}

export async function untilQueued(house: House, atLeast: number): Promise<void> {
  await until(
    house,
    `${atLeast} callers wait in the queue`,
    async () => (await waitingChannels(house.lab)).length >= atLeast,
  );
}

export async function untilAnswered(house: House, crowd: Crowd): Promise<void> {
  await until(house, 'all callers are answered', () =>
    crowd.calls().every((call) => call?.answeredAt !== undefined),
  );
}

/** Talks that go on now, by Asterisk's own bridges. */
export async function untilTalking(house: House, atLeast: number): Promise<void> {
  await until(house, `${atLeast} callers talk with agents`, async () => {
    const channels = await house.lab.asterisk.console('core show channels concise');
    const talking = channels.split('\n').filter((line) => /^PJSIP\/agent-.*!Up!/.test(line));
    return talking.length >= atLeast;
  });
}

export async function pause({ signal }: House, ms: number): Promise<void> {
  await sleep(ms, undefined, { signal });
}
