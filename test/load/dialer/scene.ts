import { setTimeout as sleep } from 'node:timers/promises';
import type { Lab, Platform } from '@switchyard/testing';
import type { EmbeddedPostgres } from '@switchyard/platform';
import { familyCpuMs } from '../bench/process-family';

/** Where the bench measures: the lab, and the platform on it without its ivr process. */
export interface Scene {
  readonly lab: Lab;
  readonly platform: Platform & { readonly postgres: EmbeddedPostgres };
  readonly say: (line: string) => void;
  readonly signal: AbortSignal;
}

export type ProcessName = 'controller' | 'asterisk' | 'postgres' | 'nats' | 'subscribers';
export type CpuMs = Readonly<Record<ProcessName, number>>;

/** CPU time that each has used until now; `controller` is told by whoever places the calls. */
export function cpuNow({ lab, platform }: Scene, controllerMs: number): CpuMs {
  return {
    controller: controllerMs,
    asterisk: familyCpuMs(lab.asterisk.pid),
    postgres: familyCpuMs(platform.postgres.pid),
    nats: familyCpuMs(lab.nats.pid),
    subscribers: familyCpuMs(lab.subscribers.pid),
  };
}

/** Milliseconds per call between two moments. */
export function cpuPerCall(before: CpuMs, after: CpuMs, calls: number): CpuMs {
  const each = (name: ProcessName) => (after[name] - before[name]) / Math.max(1, calls);
  return {
    controller: each('controller'),
    asterisk: each('asterisk'),
    postgres: each('postgres'),
    nats: each('nats'),
    subscribers: each('subscribers'),
  };
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
