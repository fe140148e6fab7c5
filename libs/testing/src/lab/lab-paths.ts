import { mkdirSync, readFileSync, chownSync, rmSync } from 'node:fs';
import path from 'node:path';

import { labFolder, labRoot } from './root/repository';

/** One folder, as the host sees it and as a program inside the root does. */
export interface SharedFolder {
  readonly host: string;
  readonly inside: string;
}

export interface LabPaths {
  readonly root: string;
  /** lab.json, pid files, and what the programs print. */
  readonly control: string;
  readonly stateFile: string;
  /** Asterisk's configuration, state, spool, control socket and logs. */
  readonly etc: SharedFolder;
  readonly state: SharedFolder;
  readonly spool: SharedFolder;
  readonly run: SharedFolder;
  readonly log: SharedFolder;
  readonly prompts: SharedFolder;
  readonly nats: SharedFolder;
  readonly subscribers: SharedFolder;
}

const NAME = /^[a-z0-9][a-z0-9-]{0,31}$/;

export const labsFolder = () => path.join(labFolder(), 'labs');

/** @throws RangeError when the name does not do for a folder. */
export function labPaths(name: string): LabPaths {
  if (!NAME.test(name)) throw new RangeError(`lab name "${name}": use a–z, 0–9 and -, at most 32`);
  const root = labRoot();
  const control = path.join(labsFolder(), name);
  const folder = (part: string): SharedFolder => {
    const inside = `/var/lib/switchyard/${name}/${part}`;
    return { host: root + inside, inside };
  };
  return {
    root,
    control,
    stateFile: path.join(control, 'lab.json'),
    etc: folder('etc'),
    state: folder('state'),
    spool: folder('spool'),
    run: folder('run'),
    log: folder('log'),
    prompts: folder('prompts'),
    nats: folder('nats'),
    subscribers: folder('subscribers'),
  };
}

/** Empty folders for a new start; prompts are kept, for they are named by their content. */
export function prepareFolders(paths: LabPaths): void {
  const { etc, state, spool, run, log, prompts, nats, subscribers } = paths;
  for (const { host } of [etc, state, spool, run, log, nats, subscribers]) {
    rmSync(host, { recursive: true, force: true });
    mkdirSync(host, { recursive: true });
  }
  mkdirSync(prompts.host, { recursive: true });
  const { uid, gid } = asteriskUser(paths.root);
  for (const { host } of [state, spool, run, log]) chownSync(host, uid, gid);
}

/** Inside the root the user `asterisk` has a number that belongs to somebody else, or to nobody, outside. */
function asteriskUser(root: string): { uid: number; gid: number } {
  const match = /^asterisk:[^:]*:(\d+):(\d+):/m.exec(readFileSync(path.join(root, 'etc/passwd'), 'utf8'));
  if (!match) throw new Error(`${root}/etc/passwd knows no user asterisk`);
  return { uid: Number(match[1]), gid: Number(match[2]) };
}
