import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';

import { allocateAddresses, type LabAddresses } from './addresses';
import {
  AMI_QUIET_USER,
  AMI_SECRET,
  AMI_USER,
  ARI_PASSWORD,
  ARI_USER,
  AsteriskPart,
  type RecordsTarget,
} from './asterisk/asterisk-part';
import { labPaths, labsFolder, prepareFolders, type LabPaths, type SharedFolder } from './lab-paths';
import { NatsPart } from './nats-part';
import { withFileLock } from './process/file-lock';
import { isAlive, ownIdentity, type ProcessIdentity } from './process/identity';
import { readJsonFile, writeJsonFile } from './process/json-file';
import { ensureLabRoot } from './root/build-root';
import { labFolder, repositoryRoot } from './root/repository';
import { callIn, type PlacedCall } from './subscribers/call-in';
import type { IncomingCall } from './subscribers/caller-scenario';
import { SubscribersPart } from './subscribers/subscribers-part';

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
}

export interface Lab {
  readonly name: string;
  readonly node: string;
  readonly ari: { readonly url: string; readonly user: string; readonly password: string };
  readonly ami: {
    readonly host: string;
    readonly port: number;
    readonly user: string;
    /** Answers to its actions and gets no events. */
    readonly quietUser: string;
    readonly secret: string;
  };
  readonly sip: { readonly host: string; readonly port: number };
  /** The trunk's name in `PJSIP/<number>@<trunk>`. */
  readonly trunk: string;
  readonly natsUrl: string;
  /** Put clips (.alaw, 8 kHz) into `host`; Asterisk plays `sound:<inside>/<name without extension>`. */
  readonly prompts: SharedFolder;
  /** Where recordings come to lie: `<name>.wav`. Emptied by every start. */
  readonly recordings: SharedFolder;
  /** Where Asterisk sends CDR and CEL: schema pbx, made by `pbxSchemaSql()`. Nothing listens there by itself. */
  readonly records: RecordsTarget;
  /** The root file system's folder. */
  readonly root: string;
  /** Runs a program of the root: `[...command, 'espeak-ng', …]`. */
  readonly command: readonly string[];
  readonly asterisk: AsteriskPart;
  readonly nats: NatsPart;
  readonly subscribers: SubscribersPart;
  /** The process that started the lab, while it lives; undefined for a detached lab. */
  readonly ownerPid: number | undefined;
  /** True when the lab ran already. */
  readonly attached: boolean;
  /** Calls the PBX from outside; resolves when that call is over. */
  callIn(call: IncomingCall): Promise<PlacedCall>;
  /** Runs a program of the root, e.g. espeak-ng or sox. @returns its standard output. */
  run(program: string, args: readonly string[]): Promise<string>;
  /** Ends every process of the lab, whoever started it. */
  stop(): Promise<void>;
  /** Ends the lab if this handle started it. */
  release(): Promise<void>;
}

/** Kept in lab.json: what a later process must know to find the lab. */
interface LabState {
  readonly name: string;
  readonly addresses: LabAddresses;
  readonly settings: Settings;
  /** Without it the lab is detached. */
  readonly owner?: ProcessIdentity;
}

interface Settings {
  readonly node: string;
  readonly records: RecordsTarget;
  readonly dialplan?: string;
}

const LOCK_TIMEOUT_MS = 120_000;

/**
 * Starts the lab, or attaches to the one of that name that runs with the same options; a half-dead or abandoned one
 * is cleared away first. Builds the root file system on the first start of all (about 30 s).
 * @throws LabUnavailable where the lab cannot run; Error when a lab of that name is used with other options.
 */
export async function startLab(options: LabOptions = {}): Promise<Lab> {
  const name = options.name ?? 'lab';
  const paths = labPaths(name);
  await ensureLabRoot();
  return withFileLock(path.join(labFolder(), 'labs.lock'), LOCK_TIMEOUT_MS, async () => {
    await clearAbandonedLabs();
    const previous = readJsonFile<LabState>(paths.stateFile);
    if (previous && whole(partsOf(previous))) {
      const wanted = resolveSettings(options, previous.addresses);
      if (JSON.stringify(previous.settings) === JSON.stringify(wanted)) return handle(previous, true);
      if (previous.owner) {
        throw new Error(
          `lab "${name}" is used by process ${previous.owner.pid} with other options: name another`,
        );
      }
    }
    if (previous) await stopParts(previous);
    const addresses = await allocateAddresses(takenSlots(), previous?.addresses.slot);
    const settings = resolveSettings(options, addresses);
    return startAfresh(paths, {
      name,
      addresses,
      settings,
      owner: options.detached ? undefined : ownIdentity(),
    });
  });
}

/** The lab of that name as it is, running or not; undefined when there never was one. */
export function findLab(name = 'lab'): Lab | undefined {
  const state = readJsonFile<LabState>(labPaths(name).stateFile);
  return state && handle(state, true);
}

/** Names of all labs that this repository ever started and did not remove. */
export function labNames(): string[] {
  return existsSync(labsFolder()) ? readdirSync(labsFolder()).filter((name) => findLab(name)) : [];
}

/** Makes the tables for call records; idempotent. */
export function pbxSchemaSql(): string {
  return readFileSync(path.join(repositoryRoot(), 'deploy/asterisk/pbx-schema.sql'), 'utf8');
}

/** The target of call records as an URL tells it, e.g. `startEmbeddedPostgres(…).url('pbx')`. */
export function recordsAt(url: string): RecordsTarget {
  const { hostname, port, pathname, username, password } = new URL(url);
  return {
    host: hostname,
    port: Number(port || 5432),
    database: pathname.slice(1),
    user: decodeURIComponent(username),
    password: decodeURIComponent(password),
  };
}

async function startAfresh(paths: LabPaths, state: LabState): Promise<Lab> {
  prepareFolders(paths);
  writeJsonFile(paths.stateFile, state);
  const { asterisk, nats, subscribers } = partsOf(state);
  const all = [subscribers, nats, asterisk];
  for (const part of all) part.configure();
  const started = await Promise.allSettled(all.map((part) => part.start()));
  const failed = started.find((result) => result.status === 'rejected');
  if (failed) {
    await stopParts(state);
    throw failed.reason;
  }
  return handle(state, false);
}

function resolveSettings(options: LabOptions, addresses: LabAddresses): Settings {
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

interface Parts {
  readonly asterisk: AsteriskPart;
  readonly nats: NatsPart;
  readonly subscribers: SubscribersPart;
}

function partsOf({ name, addresses, settings }: LabState): Parts {
  const paths = labPaths(name);
  return {
    asterisk: new AsteriskPart(paths, addresses, settings),
    nats: new NatsPart(paths, addresses),
    subscribers: new SubscribersPart(paths, addresses),
  };
}

function whole({ asterisk, nats, subscribers }: Parts): boolean {
  return [asterisk, nats, subscribers].every(({ pid }) => pid !== undefined);
}

function dead({ asterisk, nats, subscribers }: Parts): boolean {
  return [asterisk, nats, subscribers].every(({ pid }) => pid === undefined);
}

async function stopParts(state: LabState): Promise<void> {
  const { asterisk, nats, subscribers } = partsOf(state);
  await Promise.all([asterisk.stop(), nats.stop(), subscribers.stop()]);
}

function allStates(): LabState[] {
  if (!existsSync(labsFolder())) return [];
  return readdirSync(labsFolder())
    .map((name) => readJsonFile<LabState>(labPaths(name).stateFile))
    .filter((state) => state !== undefined);
}

function takenSlots(): ReadonlySet<number> {
  const running = allStates().filter((state) => !dead(partsOf(state)));
  return new Set(running.map(({ addresses }) => addresses.slot));
}

/** A lab whose starter has died without stopping it. */
async function clearAbandonedLabs(): Promise<void> {
  const abandoned = allStates().filter(({ owner }) => owner && !isAlive(owner));
  await Promise.all(abandoned.map(stopParts));
}

function handle(state: LabState, attached: boolean): Lab {
  const { name, addresses, settings } = state;
  const paths = labPaths(name);
  const parts = partsOf(state);
  return {
    name,
    node: settings.node,
    ari: { url: `http://${addresses.node}:${addresses.ariPort}/ari`, user: ARI_USER, password: ARI_PASSWORD },
    ami: {
      host: addresses.node,
      port: addresses.amiPort,
      user: AMI_USER,
      quietUser: AMI_QUIET_USER,
      secret: AMI_SECRET,
    },
    sip: { host: addresses.node, port: addresses.sipPort },
    trunk: 'trunk',
    natsUrl: parts.nats.url,
    prompts: paths.prompts,
    recordings: paths.recordings,
    records: settings.records,
    root: paths.root,
    command: ['chroot', paths.root],
    ...parts,
    ownerPid: state.owner && isAlive(state.owner) ? state.owner.pid : undefined,
    attached,
    callIn: (call) => callIn(paths, addresses, call),
    run: async (program, args) => {
      const { stdout } = await promisify(execFile)('chroot', [paths.root, program, ...args], {
        timeout: 60_000,
      });
      return stdout;
    },
    stop: () => stopParts(state),
    release: () => (attached ? Promise.resolve() : stopParts(state)),
  };
}
