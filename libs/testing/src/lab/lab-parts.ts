import { AsteriskPart } from './asterisk/asterisk-part';
import type { LabHost } from './host/lab-host';
import { hostOf } from './host/host-of';
import { labPaths, prepareFolders, type LabPaths } from './lab-paths';
import type { LabState } from './lab-state';
import { NatsPart } from './nats-part';
import { SubscribersPart } from './subscribers/subscribers-part';

export interface LabParts {
  readonly host: LabHost;
  readonly paths: LabPaths;
  readonly asterisk: AsteriskPart;
  readonly nats: NatsPart;
  readonly subscribers: SubscribersPart;
}

/** The parts as they are, running or not. */
export function partsOf({ name, host: spec, addresses, settings }: LabState): LabParts {
  const host = hostOf(name, spec);
  const paths = labPaths(name, host);
  return {
    host,
    paths,
    asterisk: new AsteriskPart(host, paths, addresses, settings),
    nats: new NatsPart(host, paths, addresses),
    subscribers: new SubscribersPart(host, paths, addresses),
  };
}

const programs = ({ asterisk, nats, subscribers }: LabParts) => [subscribers, nats, asterisk];

export const whole = (parts: LabParts) => programs(parts).every(({ pid }) => pid !== undefined);

export const dead = (parts: LabParts) => programs(parts).every(({ pid }) => pid === undefined);

/** Starts everything afresh in empty folders. When one part fails, none is left running. */
export async function startParts(state: LabState): Promise<void> {
  const parts = partsOf(state);
  try {
    await parts.host.open(state.owner);
    prepareFolders(parts.paths, parts.host);
    for (const part of programs(parts)) part.configure();
    const started = await Promise.allSettled(programs(parts).map((part) => part.start()));
    const failed = started.find((result) => result.status === 'rejected');
    if (failed) throw failed.reason;
  } catch (error) {
    await stopParts(state);
    throw error;
  }
}

export async function stopParts(state: LabState): Promise<void> {
  const parts = partsOf(state);
  await Promise.all(programs(parts).map((part) => part.stop()));
  await parts.host.close();
}
