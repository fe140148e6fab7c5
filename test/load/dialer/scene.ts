import { setTimeout as sleep } from 'node:timers/promises';
import type { Lab, Platform } from '@switchyard/testing';
import type { EmbeddedPostgres } from '@switchyard/platform';
import * as bench from '../bench/cpu-use';
import { familyCpuMs, ownCpuMs } from '../bench/process-family';

export { othersShare } from '../bench/cpu-use';

/** Where the bench measures: the lab, and the platform on it without its ivr process. */
export interface Scene {
  readonly lab: Lab;
  readonly platform: Platform & { readonly postgres: EmbeddedPostgres };
  readonly say: (line: string) => void;
  readonly signal: AbortSignal;
}

export type ProcessName = 'controller' | 'asterisk' | 'postgres' | 'nats' | 'subscribers';
export type CpuMs = Readonly<Record<ProcessName, number>>;
/** `rest`: everything else of this platform. */
export type CpuUse = bench.CpuUse<ProcessName | 'rest'>;

/** `controller`: who places the calls; by default this process. */
export function cpuNow({ lab, platform }: Scene, controller = process.pid): CpuUse {
  const rest = [process.pid, ...platform.services.map(({ pid }) => pid)].filter((pid) => pid !== controller);
  return bench.cpuNow({
    controller: () => ownCpuMs(controller),
    asterisk: () => familyCpuMs(lab.asterisk.pid),
    postgres: () => familyCpuMs(platform.postgres.pid),
    nats: () => familyCpuMs(lab.nats.pid),
    subscribers: () => familyCpuMs(lab.subscribers.pid),
    rest: () => rest.reduce<number>((sum, pid) => sum + ownCpuMs(pid), 0),
  });
}

/** Milliseconds per call between two moments, without the rest. */
export function cpuPerCall(before: CpuUse, after: CpuUse, calls: number): CpuMs {
  const { rest: _, ...each } = bench.cpuPerCall(before, after, calls);
  return each;
}

export function pause(scene: Scene, seconds: number): Promise<void> {
  return sleep(seconds * 1000, undefined, { signal: scene.signal });
}

/** Waits until the subscribers have no call left, at most so many seconds. @returns whether that is so */
export async function untilQuiet(scene: Scene, seconds: number): Promise<boolean> {
  for (let waited = 0; waited < seconds; waited += 0.5) {
    if (scene.lab.subscribers.callLog().every(({ end }) => end !== undefined)) return true;
    await pause(scene, 0.5);
  }
  return false;
}
