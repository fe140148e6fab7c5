import { setTimeout as sleep } from 'node:timers/promises';
import { type Lab, type Platform, type ServiceProcess, waitFor } from '@switchyard/testing';
import { liveCalls, type PbxDeath } from './judge-calls';
import type { SeededRandom } from './seeded-random';

const HOLDER_TIMEOUT_MS = 60_000;
const CALLS_TIMEOUT_MS = 60_000;
const METRICS_TIMEOUT_MS = 2_000;
const HELD = /^switchyard_nodes_held(?:\{[^}]*\})? (\d+)/m;

/** Where faults happen: the lab, the platform on it, and what was done to them. */
export class Scene {
  readonly deaths: PbxDeath[] = [];
  /** Processes that were found dead though nobody had killed them. */
  readonly fallen = new Set<string>();

  constructor(
    readonly lab: Lab,
    readonly platform: Platform,
    readonly random: SeededRandom,
    /** Told what happens, for whoever watches. */
    readonly say: (line: string) => void,
    readonly signal: AbortSignal,
  ) {}

  /** Calls that live now, as the subscribers see it. */
  callsInProgress(): number {
    return liveCalls(this.lab.subscribers.callLog(), this.deaths);
  }

  /** @throws Error when there are not so many calls in progress in time */
  async untilCalls(atLeast: number): Promise<void> {
    await this.until(
      `${atLeast} calls are in progress`,
      () => this.callsInProgress() >= atLeast,
      CALLS_TIMEOUT_MS,
    );
  }

  /** The ivr process that holds the node. @throws Error when none does in time */
  async holder(except?: ServiceProcess): Promise<ServiceProcess> {
    let found: ServiceProcess | undefined;
    await this.until(
      'an ivr process holds the PBX node',
      async () => {
        const held = await Promise.all(
          this.platform.ivr.map(async (process) => ({
            process,
            holds: process !== except && (await holds(process)),
          })),
        );
        const holders = held.filter((each) => each.holds);
        found = holders.length === 1 ? holders[0]?.process : undefined;
        return found !== undefined;
      },
      HOLDER_TIMEOUT_MS,
    );
    return found as ServiceProcess;
  }

  /** An ivr process that stands by. */
  async standby(): Promise<ServiceProcess> {
    const holder = await this.holder();
    const other = this.platform.ivr.find((process) => process !== holder);
    if (!other) throw new Error('there is only one ivr process');
    return other;
  }

  /** Notes who is dead; to be asked when everything that was killed is back. */
  countFallen(): void {
    const { asterisk, nats, subscribers } = this.lab;
    const parts = [...this.platform.services, ...named({ asterisk, nats, subscribers })];
    for (const { name, pid } of parts) if (pid === undefined) this.fallen.add(`${name} ended by itself`);
  }

  /** Waits a random time. Milliseconds. */
  async pause(least: number, most: number): Promise<void> {
    await sleep(this.random.between(least, most), undefined, { signal: this.signal });
  }

  /** As `until`, for what the judges find out if it does not come to be. */
  async becomes(
    what: string,
    condition: () => boolean | Promise<boolean>,
    timeoutMs: number,
  ): Promise<boolean> {
    try {
      await this.until(what, condition, timeoutMs);
      return true;
    } catch (error) {
      this.signal.throwIfAborted();
      this.say(error instanceof Error ? error.message : String(error));
      return false;
    }
  }

  async until(what: string, condition: () => boolean | Promise<boolean>, timeoutMs: number): Promise<void> {
    const check = () => {
      this.signal.throwIfAborted();
      return condition();
    };
    await waitFor(what, check, timeoutMs, 200);
  }
}

async function holds(process: ServiceProcess): Promise<boolean> {
  if (process.pid === undefined) return false;
  try {
    const answer = await fetch(`${process.url}/metrics`, { signal: AbortSignal.timeout(METRICS_TIMEOUT_MS) });
    return Number(HELD.exec(await answer.text())?.[1] ?? 0) > 0;
  } catch {
    return false; // stopped, or not listening yet
  }
}

function named(parts: Readonly<Record<string, { readonly pid: number | undefined }>>) {
  return Object.entries(parts).map(([name, part]) => ({ name, pid: part.pid }));
}
