import { writeFileSync } from 'node:fs';
import path from 'node:path';

import { request } from 'undici';

import type { LabAddresses } from './addresses';
import type { LabHost } from './host/lab-host';
import type { LabPaths } from './lab-paths';
import { Daemon } from './process/daemon';

/** nats-server with JetStream; what it stores survives a kill, not a new start of the lab. */
export class NatsPart {
  readonly url: string;
  private readonly daemon: Daemon;

  constructor(
    host: LabHost,
    private readonly paths: LabPaths,
    private readonly addresses: LabAddresses,
  ) {
    this.url = `nats://${addresses.node}:${addresses.natsPort}`;
    this.daemon = new Daemon({
      name: 'nats-server',
      pidFile: path.join(paths.control, 'nats.pid'),
      logFile: path.join(paths.control, 'nats.out'),
      command: ['nats-server', '-c', `${paths.nats.inside}/nats.conf`],
      launcher: host,
      ready: () => this.healthy(),
    });
  }

  get pid(): number | undefined {
    return this.daemon.pid;
  }

  configure(): void {
    const { node, natsPort, natsMonitorPort } = this.addresses;
    writeFileSync(
      path.join(this.paths.nats.host, 'nats.conf'),
      [
        `server_name: lab`,
        `listen: "${node}:${natsPort}"`,
        `http: "${node}:${natsMonitorPort}"`,
        `jetstream { store_dir: "${this.paths.nats.inside}/store" }`,
        '',
      ].join('\n'),
    );
  }

  start(): Promise<void> {
    return this.daemon.start();
  }

  stop(): Promise<void> {
    return this.daemon.stop();
  }

  /** As a crash. */
  kill(): Promise<void> {
    return this.daemon.kill();
  }

  restart(): Promise<void> {
    return this.daemon.restart();
  }

  signal(signal: NodeJS.Signals): void {
    this.daemon.signal(signal);
  }

  private async healthy(): Promise<boolean> {
    const { node, natsMonitorPort } = this.addresses;
    try {
      const { statusCode, body } = await request(
        `http://${node}:${natsMonitorPort}/healthz?js-enabled-only=true`,
      );
      await body.dump();
      return statusCode === 200;
    } catch {
      return false;
    }
  }
}
