import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { freePort } from '@switchyard/platform';
import type { LabHost } from '@switchyard/testing';
import { Daemon } from '../../libs/testing/src/lab/process/daemon';
import { readRepositoryFile } from './compose-file.fixture';

/** The first begins as a number would that NATS reads wrongly. */
const PASSWORDS = { gateway: 'k5e3', ivr: 'k1', ticket: 'k2', hr: 'k3' } as const;
export type NatsUser = keyof typeof PASSWORDS;

/** A NATS server under deploy/nats/nats.conf: each service has its own login, and may use what it needs only. */
export class ComposedNats {
  private constructor(
    private readonly server: Daemon,
    private readonly folder: string,
    private readonly address: string,
  ) {}

  static async start(host: LabHost): Promise<ComposedNats> {
    const inside = `${host.folder.inside}/nats`;
    const folder = path.join(host.folder.host, 'nats');
    const [port, monitor] = [await freePort(), await freePort()];
    const address = `127.0.0.1:${port}`;
    mkdirSync(folder, { recursive: true });
    const conf = readRepositoryFile('deploy/nats/nats.conf')
      .replace('0.0.0.0:4222', address)
      .replace('127.0.0.1:8222', `127.0.0.1:${monitor}`)
      .replace('"/data"', `"${inside}/store"`);
    writeFileSync(path.join(folder, 'nats.conf'), conf);
    const passwords = Object.entries(PASSWORDS).map(([user, password]) => [
      `${user.toUpperCase()}_NATS_PASSWORD`,
      password,
    ]);
    const server = new Daemon({
      name: 'nats-server',
      pidFile: path.join(folder, 'pid'),
      logFile: path.join(folder, 'log'),
      command: ['nats-server', '-c', `${inside}/nats.conf`],
      launcher: host,
      env: Object.fromEntries(passwords) as Record<string, string>,
      detached: false,
      ready: () => answers(`http://127.0.0.1:${monitor}/healthz?js-enabled-only=true`),
    });
    await server.start();
    return new ComposedNats(server, folder, address);
  }

  urlOf(user: NatsUser, password: string = PASSWORDS[user]): string {
    return `nats://${user}:${password}@${this.address}`;
  }

  async stop(): Promise<void> {
    await this.server.kill();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(1_000) })).ok;
  } catch {
    return false; // not listening yet
  }
}
