import { existsSync, readdirSync } from 'node:fs';

import type { LabAddresses } from './addresses';
import type { RecordsTarget } from './asterisk/asterisk-part';
import type { HostSpec } from './host/host-spec';
import { labControl, labsFolder } from './lab-paths';
import type { ProcessIdentity } from './process/identity';
import { readJsonFile, writeJsonFile } from './process/json-file';

export interface LabSettings {
  readonly node: string;
  readonly records: RecordsTarget;
  readonly dialplan?: string;
}

/** Kept in lab.json: what a later process must know to find the lab. */
export interface LabState {
  readonly name: string;
  readonly host: HostSpec;
  readonly addresses: LabAddresses;
  readonly settings: LabSettings;
  /** Without it the lab is detached. */
  readonly owner?: ProcessIdentity;
}

/** undefined when there never was a lab of that name. */
export function readLabState(name: string): LabState | undefined {
  const state = readJsonFile<LabState>(labControl(name).stateFile);
  // A lab.json without a host was written when chroot was the only way.
  return state && { ...state, host: state.host ?? { kind: 'chroot' } };
}

export function writeLabState(state: LabState): void {
  writeJsonFile(labControl(state.name).stateFile, state);
}

/** Of all labs that this repository ever started. */
export function allLabStates(): LabState[] {
  if (!existsSync(labsFolder())) return [];
  return readdirSync(labsFolder())
    .map(readLabState)
    .filter((state) => state !== undefined);
}
