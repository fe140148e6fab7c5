import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';

import type { LabHost, SharedFolder } from './host/lab-host';
import { labFolder } from './root/repository';

/** What the lab's own code keeps of a lab, wherever its programs run. */
export interface LabControl {
  /** lab.json, pid files, and what the programs print. */
  readonly folder: string;
  readonly stateFile: string;
}

export interface LabPaths {
  readonly control: string;
  /** Asterisk's configuration, state, spool, control socket and logs. */
  readonly etc: SharedFolder;
  readonly state: SharedFolder;
  readonly spool: SharedFolder;
  readonly run: SharedFolder;
  readonly log: SharedFolder;
  readonly prompts: SharedFolder;
  readonly recordings: SharedFolder;
  readonly nats: SharedFolder;
  readonly subscribers: SharedFolder;
}

/** Beside the labs' own folders; no lab can have this name. */
export const SPEECH_FOLDER = '_speech';

const NAME = /^[a-z0-9][a-z0-9-]{0,31}$/;

export const labsFolder = () => path.join(labFolder(), 'labs');

/** @throws RangeError when the name does not do for a folder. */
export function labControl(name: string): LabControl {
  if (!NAME.test(name)) throw new RangeError(`lab name "${name}": use a–z, 0–9 and -, at most 32`);
  const folder = path.join(labsFolder(), name);
  return { folder, stateFile: path.join(folder, 'lab.json') };
}

export function labPaths(name: string, { folder }: LabHost): LabPaths {
  const part = (each: string): SharedFolder => ({
    host: path.join(folder.host, each),
    inside: `${folder.inside}/${each}`,
  });
  return {
    control: labControl(name).folder,
    etc: part('etc'),
    state: part('state'),
    spool: part('spool'),
    run: part('run'),
    log: part('log'),
    prompts: part('prompts'),
    // Asterisk names its recordings' folder by its spool's.
    recordings: part('spool/recording'),
    nats: part('nats'),
    subscribers: part('subscribers'),
  };
}

/** Empty folders for a new start; prompts are kept, for they are named by their content. */
export function prepareFolders(paths: LabPaths, host: LabHost): void {
  const { etc, state, spool, run, log, prompts, recordings, nats, subscribers } = paths;
  for (const folder of [etc, state, spool, run, log, recordings, nats, subscribers]) {
    rmSync(folder.host, { recursive: true, force: true });
    mkdirSync(folder.host, { recursive: true });
  }
  mkdirSync(prompts.host, { recursive: true });
  for (const folder of [state, spool, run, log, recordings]) host.giveToAsterisk(folder.host);
}
