import { createHash } from 'node:crypto';
import { mkdirSync, readlinkSync, rmSync } from 'node:fs';
import path from 'node:path';

import { isAlive, type ProcessIdentity } from '../../process/identity';
import { readJsonFile } from '../../process/json-file';
import type { Launch } from '../../process/launcher';
import { waitFor } from '../../process/wait-for';
import { labControl, SPEECH_FOLDER } from '../../lab-paths';
import { labFolder, repositoryRoot } from '../../root/repository';
import { maxFiles } from '../max-files';
import type { DockerSpec } from '../host-spec';
import type { LabHost, SharedFolder } from '../lab-host';
import { LabUnavailable } from '../lab-unavailable';
import { docker } from './engine';

const START_TIMEOUT_MS = 20_000;
/** Where the container sees `.lab/labs/NAME`. */
const CONTROL = '/run/switchyard-lab';
const IN_CONTAINER = 'switchyard-lab';

/**
 * One container a lab, which does nothing but hold it; what runs on is started in it by `docker exec`. It shares the
 * network and the pids of the machine, and its programs run as the user who started the lab: that user can signal
 * them, and owns what they write. It goes by itself when its owner has died.
 */
export class DockerHost implements LabHost {
  readonly folder: SharedFolder;
  readonly speech: SharedFolder;
  readonly command: readonly string[];
  readonly asteriskFlags = [];
  private readonly control: string;
  private readonly container: string;

  constructor(
    readonly name: string,
    readonly spec: DockerSpec,
  ) {
    const shared = (folder: string): SharedFolder => ({
      host: path.join(labFolder(), 'docker', folder),
      inside: `/var/lib/switchyard/${folder}`,
    });
    this.folder = shared(name);
    this.speech = shared(SPEECH_FOLDER);
    this.control = labControl(name).folder;
    const repository = createHash('sha256').update(labFolder()).digest('hex').slice(0, 8);
    this.container = `switchyard-lab-${repository}-${name}`;
    this.command = [path.join(repositoryRoot(), 'deploy/lab/run-in-container'), this.control];
  }

  async open(owner?: ProcessIdentity): Promise<void> {
    for (const folder of [this.folder.host, this.speech.host, this.control]) {
      mkdirSync(folder, { recursive: true });
    }
    await this.remove();
    rmSync(this.pidFile, { force: true });
    const hold = ['hold', ...(owner ? [String(owner.pid), owner.startTicks] : [])];
    await this.docker(['run', ...this.options(), this.spec.image, IN_CONTAINER, ...hold]);
    try {
      await this.refuseStrangeMachine();
    } catch (error) {
      await this.remove();
      throw error;
    }
  }

  async close(): Promise<void> {
    const holder = readJsonFile<ProcessIdentity>(this.pidFile);
    if (holder && isAlive(holder)) await this.remove();
  }

  async launch({ command, env, pidFile, logFile }: Launch): Promise<ProcessIdentity> {
    rmSync(pidFile, { force: true });
    const variables = Object.entries(env).flatMap(([name, value]) => ['--env', `${name}=${value}`]);
    const launch = [IN_CONTAINER, 'launch', this.seenInside(pidFile), this.seenInside(logFile), ...command];
    await this.docker(['exec', '--detach', ...variables, this.container, ...launch]);
    let identity: ProcessIdentity | undefined;
    await waitFor(
      `the container has started ${command[0]}`,
      () => (identity = readJsonFile<ProcessIdentity>(pidFile)) !== undefined,
      START_TIMEOUT_MS,
      10,
    );
    if (!identity) throw new Error(`${pidFile} has gone`);
    return identity;
  }

  giveToAsterisk(): void {
    // Asterisk runs as the user who made the folder.
  }

  private get pidFile(): string {
    return path.join(this.control, 'container.pid');
  }

  private options(): string[] {
    const files = maxFiles();
    return [
      '--detach',
      '--rm',
      '--name',
      this.container,
      '--label',
      `switchyard.lab=${this.name}`,
      '--label',
      `switchyard.folder=${labFolder()}`,
      '--network',
      'host',
      '--pid',
      'host',
      '--userns',
      'host',
      '--ipc',
      'private',
      '--user',
      `${process.getuid?.() ?? 0}:${process.getgid?.() ?? 0}`,
      // sipp presses keys through a raw socket. The label: bind mounts are unreadable under SELinux else.
      '--cap-drop',
      'ALL',
      '--cap-add',
      'NET_RAW',
      '--security-opt',
      'label=disable',
      '--ulimit',
      `nofile=${files}:${files}`,
      '--log-driver',
      'none',
      ...[this.folder, this.speech].flatMap(({ host, inside }) => [
        '--mount',
        `type=bind,source=${host},target=${inside}`,
      ]),
      '--mount',
      `type=bind,source=${this.control},target=${CONTROL}`,
    ];
  }

  /** However the engine is set up: the container must write into our folder, and have our pids and our network. */
  private async refuseStrangeMachine(): Promise<void> {
    const holds = () => {
      const holder = readJsonFile<ProcessIdentity>(this.pidFile);
      return holder !== undefined && isAlive(holder);
    };
    await waitFor('the container runs', holds, START_TIMEOUT_MS).catch((cause: unknown) => {
      throw new LabUnavailable('docker: its containers do not share files and pids with this machine', {
        cause,
      });
    });
    const network = await this.docker(['exec', this.container, 'readlink', '/proc/self/ns/net']);
    if (network !== readlinkSync('/proc/self/ns/net')) {
      throw new LabUnavailable('docker: its containers are not on this machine’s network');
    }
  }

  /** Ends the container, and with it whatever runs in it. Does nothing when there is none. */
  private async remove(): Promise<void> {
    let refusal: unknown;
    const removed = async () => {
      const named = ['--filter', `name=^/${this.container}$`];
      const ids = (await this.docker(['ps', '--all', '--quiet', ...named])).split('\n').filter(Boolean);
      if (ids.length === 0) return true;
      // Refused while it is about to go by itself.
      await this.docker(['rm', '--force', ...ids]).catch((error: unknown) => (refusal = error));
      return false;
    };
    await waitFor(`container ${this.container} is gone`, removed, START_TIMEOUT_MS, 100).catch(
      (error: unknown) => {
        throw refusal ?? error;
      },
    );
  }

  /** @throws Error for a file that the container does not see. */
  private seenInside(file: string): string {
    const folders = [
      [this.control, CONTROL],
      [this.folder.host, this.folder.inside],
    ] as const;
    for (const [host, inside] of folders) {
      if (file.startsWith(`${host}/`)) return inside + file.slice(host.length);
    }
    throw new Error(`${file} is not in a folder that the container shares`);
  }

  private docker(args: readonly string[]): Promise<string> {
    return docker(this.spec.engine, args);
  }
}
