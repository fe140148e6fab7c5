import { execFile } from 'node:child_process';
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';

import type { LabAddresses } from '../addresses';
import type { LabHost } from '../host/lab-host';
import { maxFiles } from '../host/max-files';
import type { LabPaths } from '../lab-paths';
import { Daemon } from '../process/daemon';
import { repositoryRoot } from '../root/repository';
import { forArchitecture } from './module-folder';
import { renderAsteriskConfig } from './render-config';

export interface RecordsTarget {
  readonly host: string;
  readonly port: number;
  readonly database: string;
  readonly user: string;
  readonly password: string;
}

export interface AsteriskSettings {
  /** The Stasis application's name. */
  readonly node: string;
  readonly records: RecordsTarget;
  /** Dialplan beside the project's own, e.g. what a load test calls. */
  readonly dialplan?: string;
}

export const ARI_USER = 'switchyard';
export const ARI_PASSWORD = 'lab-ari';
export const AMI_USER = 'switchyard';
export const AMI_QUIET_USER = 'switchyard-quiet';
export const AMI_SECRET = 'lab-ami';

/** The lab's Asterisk and, beside it, two small loops: call records begin, and the queues' log follows. */
export class AsteriskPart {
  private readonly asterisk: Daemon;
  private readonly recordsLoop: Daemon;
  private readonly queueLogLoop: Daemon;

  constructor(
    private readonly host: LabHost,
    private readonly paths: LabPaths,
    private readonly addresses: LabAddresses,
    private readonly settings: AsteriskSettings,
  ) {
    const { control } = paths;
    this.asterisk = new Daemon({
      name: 'Asterisk',
      pidFile: path.join(control, 'asterisk.pid'),
      logFile: path.join(control, 'asterisk.out'),
      command: ['asterisk', '-f', ...host.asteriskFlags, '-C', this.configFile],
      // Records are not worth an fsync each, and a Postgres that does not answer may not hold them up for long.
      env: { PGCONNECT_TIMEOUT: '3', PGOPTIONS: '-c synchronous_commit=off' },
      launcher: host,
      ready: () => this.booted(),
    });
    this.recordsLoop = new Daemon({
      name: 'call records',
      pidFile: path.join(control, 'records.pid'),
      logFile: path.join(control, 'records.out'),
      command: ['bash', `${paths.etc.inside}/attach-records.sh`, this.configFile],
      env: { ATTACH_RECORDS_EVERY: '1' },
      launcher: host,
      ready: () => true,
    });
    this.queueLogLoop = new Daemon({
      name: 'log of the queues',
      pidFile: path.join(control, 'queue-log.pid'),
      logFile: path.join(control, 'queue-log.out'),
      command: ['bash', `${paths.etc.inside}/ship-queue-log.sh`, this.configFile],
      env: { SHIP_QUEUE_LOG_EVERY: '0.5', SHIP_QUEUE_LOG_PAUSE: '2' },
      launcher: host,
      ready: () => true,
    });
  }

  /** undefined when it does not run. */
  get pid(): number | undefined {
    return this.asterisk.pid;
  }

  /** Warnings and errors of Asterisk, as the host sees the file. */
  get logFile(): string {
    return path.join(this.paths.log.host, 'messages.log');
  }

  configure(): void {
    const { addresses, paths, settings } = this;
    renderAsteriskConfig(
      paths.etc.host,
      {
        NODE_NAME: settings.node,
        SIP_BIND: addresses.node,
        SIP_PORT: String(addresses.sipPort),
        MEDIA_ADDRESS: addresses.node,
        RTP_START: '10000',
        RTP_END: '20000',
        TRUNK_HOST: addresses.subscribers,
        TRUNK_PORT: String(addresses.subscriberPort),
        TRUNK_MATCH: addresses.subscribers,
        HTTP_BIND: addresses.node,
        ARI_PORT: String(addresses.ariPort),
        ARI_USER,
        ARI_PASSWORD,
        AMI_BIND: addresses.node,
        AMI_PORT: String(addresses.amiPort),
        AMI_USER,
        AMI_QUIET_USER,
        AMI_SECRET,
        RECORDS_HOST: settings.records.host,
        RECORDS_PORT: String(settings.records.port),
        RECORDS_DATABASE: settings.records.database,
        RECORDS_USER: settings.records.user,
        RECORDS_PASSWORD: settings.records.password,
        MAX_FILES: String(maxFiles()),
        ETC_DIR: paths.etc.inside,
        STATE_DIR: paths.state.inside,
        SPOOL_DIR: paths.spool.inside,
        RUN_DIR: paths.run.inside,
        LOG_DIR: paths.log.inside,
        PROMPTS_DIR: paths.prompts.inside,
        RECORDINGS_DIR: paths.recordings.inside,
      },
      settings.dialplan === undefined ? {} : { 'extensions.conf': settings.dialplan },
    );
    const asteriskConf = path.join(paths.etc.host, 'asterisk.conf');
    writeFileSync(asteriskConf, forArchitecture(readFileSync(asteriskConf, 'utf8'), process.arch));
    for (const script of ['attach-records.sh', 'ship-queue-log.sh']) {
      copyFileSync(path.join(repositoryRoot(), 'deploy/asterisk', script), path.join(paths.etc.host, script));
    }
  }

  /** Resolves when Asterisk takes calls, and, where Postgres is up, when it writes records too. */
  async start(): Promise<void> {
    await this.asterisk.start();
    await Promise.all([this.recordsLoop.start(), this.queueLogLoop.start()]);
    if (!(await this.recordsReachable())) return;
    const deadline = Date.now() + 5000;
    while (this.recordsLoop.pid !== undefined && Date.now() < deadline) await sleep(20);
  }

  /** Ends it in an orderly way; calls in progress end. */
  async stop(): Promise<void> {
    await Promise.all([this.recordsLoop.stop(), this.queueLogLoop.stop()]);
    await this.asterisk.stop();
  }

  /** As a crash. */
  async kill(): Promise<void> {
    await Promise.all([this.recordsLoop.kill(), this.queueLogLoop.kill()]);
    await this.asterisk.kill();
  }

  async restart(): Promise<void> {
    await this.stop();
    await this.start();
  }

  /** SIGSTOP makes it as if wedged, SIGCONT ends that. */
  signal(signal: NodeJS.Signals): void {
    this.asterisk.signal(signal);
  }

  /** A command on Asterisk's own console, e.g. `core show channels concise`. */
  async console(command: string): Promise<string> {
    const args = ['asterisk', '-C', this.configFile, '-rx', command];
    const [program = '', ...rest] = [...this.host.command, ...args];
    const { stdout } = await promisify(execFile)(program, rest, { timeout: 10_000 });
    return stdout;
  }

  /** Whether CDR and CEL are written to Postgres now. */
  async recordsAttached(): Promise<boolean> {
    return (await this.console('module show like cel_pgsql')).includes('Running');
  }

  private get configFile(): string {
    return `${this.paths.etc.inside}/asterisk.conf`;
  }

  private async booted(): Promise<boolean> {
    try {
      return (await this.console('core waitfullybooted')).includes('fully booted');
    } catch {
      return false;
    }
  }

  private recordsReachable(): Promise<boolean> {
    const { host, port } = this.settings.records;
    return new Promise((resolve) => {
      const socket = connect({ host, port, timeout: 1000 });
      const answer = (reachable: boolean) => {
        socket.destroy();
        resolve(reachable);
      };
      socket.once('connect', () => answer(true));
      socket.once('error', () => answer(false));
      socket.once('timeout', () => answer(false));
    });
  }
}
