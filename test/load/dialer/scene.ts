import { cpus } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Lab, Platform } from '@switchyard/testing';
import type { EmbeddedPostgres } from '@switchyard/platform';
import { familyCpuMs, machineCpuMs, ownCpuMs } from '../bench/process-family';

/** Where the bench measures: the lab, and the platform on it without its ivr process. */
export interface Scene {
  readonly lab: Lab;
  readonly platform: Platform & { readonly postgres: EmbeddedPostgres };
  readonly say: (line: string) => void;
  readonly signal: AbortSignal;
}

export type ProcessName = 'controller' | 'asterisk' | 'postgres' | 'nats' | 'subscribers';
export type CpuMs = Readonly<Record<ProcessName, number>>;

/** CPU time used until a moment, in milliseconds. */
export interface CpuUse {
  readonly at: number;
  readonly ours: CpuMs;
  /** By everything else of this platform. */
  readonly rest: number;
  readonly machine: number;
}

/** `controller`: who places the calls; by default this process. */
export function cpuNow({ lab, platform }: Scene, controller = process.pid): CpuUse {
  const rest = [process.pid, ...platform.services.map(({ pid }) => pid)].filter((pid) => pid !== controller);
  return {
    at: performance.now(),
    ours: {
      controller: ownCpuMs(controller),
      asterisk: familyCpuMs(lab.asterisk.pid),
      postgres: familyCpuMs(platform.postgres.pid),
      nats: familyCpuMs(lab.nats.pid),
      subscribers: familyCpuMs(lab.subscribers.pid),
    },
    rest: rest.reduce<number>((sum, pid) => sum + ownCpuMs(pid), 0),
    machine: machineCpuMs(),
  };
}

/** Milliseconds per call between two moments. */
export function cpuPerCall(before: CpuUse, after: CpuUse, calls: number): CpuMs {
  const each = (name: ProcessName) => (after.ours[name] - before.ours[name]) / Math.max(1, calls);
  return {
    controller: each('controller'),
    asterisk: each('asterisk'),
    postgres: each('postgres'),
    nats: each('nats'),
    subscribers: each('subscribers'),
  };
}

/** Part of the machine that others used between two moments, 0 to 1: above a tenth, figures tell of them too. */
export function othersShare(before: CpuUse, after: CpuUse): number {
  const used = (use: CpuUse) =>
    use.machine - use.rest - Object.values(use.ours).reduce((sum, ms) => sum + ms, 0);
  return Math.max(0, (used(after) - used(before)) / ((after.at - before.at) * cpus().length));
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
