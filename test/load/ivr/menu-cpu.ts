import type { Lab, Platform } from '@switchyard/testing';
import { familyCpuMs, ownCpuMs } from '../bench/process-family';

/** Who takes part in a menu. `controller`: the bare script or the ivr process; the dialplan needs none. */
export type MenuProcess = 'controller' | 'ticket' | 'asterisk' | 'postgres' | 'nats' | 'callers';
export type MenuCpu = Readonly<Record<MenuProcess, number>>;
export type MenuProcesses = Readonly<Record<Exclude<MenuProcess, 'callers'>, () => number>>;

/** `controller`: its process; this one runs the bare script. */
export function menuProcesses(
  lab: Lab,
  platform: Platform,
  controller: () => number | undefined,
): MenuProcesses {
  const ticket = platform.services.find(({ name }) => name === 'ticket');
  return {
    controller: () => ownCpuMs(controller()),
    ticket: () => ownCpuMs(ticket?.pid),
    asterisk: () => familyCpuMs(lab.asterisk.pid),
    postgres: () => familyCpuMs(platform.postgres?.pid),
    nats: () => familyCpuMs(lab.nats.pid),
  };
}
