import path from 'node:path';

import { allocateAddresses, type LabAddresses } from './addresses';
import type { RecordsTarget } from './asterisk/asterisk-part';
import { ensureLabPrograms } from './host/find-way';
import type { LabHostKind } from './host/host-spec';
import { labHandle, type Lab } from './lab-handle';
import { labControl } from './lab-paths';
import { dead, partsOf, startParts, stopParts, whole } from './lab-parts';
import { allLabStates, readLabState, writeLabState, type LabSettings, type LabState } from './lab-state';
import { withFileLock } from './process/file-lock';
import { isAlive, ownIdentity } from './process/identity';
import { labFolder } from './root/repository';

export interface LabOptions {
  /** Labs of different names run side by side. a–z, 0–9, -. Default `lab`. */
  readonly name?: string;
  /** The PBX node, and so the Stasis application. Default `pbx-1`. */
  readonly node?: string;
  /** The Postgres that takes call records. Default: `lab.records`, where whoever wants records starts one. */
  readonly records?: Partial<RecordsTarget>;
  /** Dialplan beside the project's own, e.g. what a load test calls. */
  readonly dialplan?: string;
  /** Whether the lab outlives the process that started it. Otherwise the next start of any lab clears it away. */
  readonly detached?: boolean;
  /** How its programs get here and run. Default: as SWITCHYARD_LAB says, else the first that works. */
  readonly kind?: LabHostKind;
}

const LOCK_TIMEOUT_MS = 120_000;

/**
 * Starts the lab, or attaches to the one of that name that runs with the same options; a half-dead or abandoned one
 * is cleared away first. Gets its programs on the first start of all (within a minute or so).
 * @throws LabUnavailable where the lab cannot run; Error when a lab of that name is used with other options.
 */
export async function startLab(options: LabOptions = {}): Promise<Lab> {
  const name = options.name ?? 'lab';
  labControl(name);
  const host = ensureLabPrograms(options.kind);
  return withFileLock(path.join(labFolder(), 'labs.lock'), LOCK_TIMEOUT_MS, async () => {
    await clearAbandonedLabs();
    const previous = readLabState(name);
    if (previous && whole(partsOf(previous))) {
      const wanted = { host, settings: resolveSettings(options, previous.addresses) };
      if (JSON.stringify(wanted) === JSON.stringify({ host: previous.host, settings: previous.settings })) {
        return labHandle(previous, true);
      }
      if (previous.owner) {
        throw new Error(
          `lab "${name}" is used by process ${previous.owner.pid} with other options: name another`,
        );
      }
    }
    if (previous) await stopParts(previous);
    const addresses = await allocateAddresses(takenSlots(), previous?.addresses.slot);
    const settings = resolveSettings(options, addresses);
    const owner = options.detached ? undefined : ownIdentity();
    const state: LabState = { name, host, addresses, settings, owner };
    writeLabState(state);
    await startParts(state);
    return labHandle(state, false);
  });
}

/** The lab of that name as it is, running or not; undefined when there never was one. */
export function findLab(name = 'lab'): Lab | undefined {
  const state = readLabState(name);
  return state && labHandle(state, true);
}

/** Names of all labs that this repository ever started and did not remove. */
export function labNames(): string[] {
  return allLabStates().map(({ name }) => name);
}

function resolveSettings(options: LabOptions, addresses: LabAddresses): LabSettings {
  return {
    node: options.node ?? 'pbx-1',
    records: {
      host: '127.0.0.1',
      port: addresses.recordsPort,
      database: 'switchyard',
      user: 'pbx',
      password: 'lab-pbx',
      ...options.records,
    },
    dialplan: options.dialplan,
  };
}

function takenSlots(): ReadonlySet<number> {
  const running = allLabStates().filter((state) => !dead(partsOf(state)));
  return new Set(running.map(({ addresses }) => addresses.slot));
}

/** A lab whose starter has died without stopping it. */
async function clearAbandonedLabs(): Promise<void> {
  const abandoned = allLabStates().filter(({ owner }) => owner && !isAlive(owner));
  await Promise.all(abandoned.map(stopParts));
}
