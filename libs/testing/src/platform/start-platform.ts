import { randomBytes } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { type EmbeddedPostgres, freePort, startEmbeddedPostgres } from '@switchyard/platform';
import type { Lab } from '../lab';
import { repositoryRoot } from '../lab/root/repository';
import { makeRecordTables } from '../postgres';
import { ServiceProcess } from './service-process';

export interface PlatformOptions {
  /** Folder below var/, emptied first. */
  readonly name: string;
  /** Without a lab: the simulator, in one process. */
  readonly lab?: Lab;
  /** Processes of ivr; default 1. */
  readonly ivrProcesses?: number;
  /** Beside or instead of what follows from the lab. */
  readonly env?: Readonly<Record<string, string>>;
  /** Settings of PostgreSQL, e.g. `{ fsync: 'off' }`. */
  readonly postgres?: Readonly<Record<string, string>>;
}

/** The platform as its operators run it: every service a process, on an embedded PostgreSQL. */
export interface Platform {
  readonly pbx: 'asterisk' | 'simulator';
  /** Address of the REST API, without `/api/v1`. */
  readonly url: string;
  readonly admin: { readonly name: string; readonly password: string };
  /** Data, logs and pid files. */
  readonly folder: string;
  /** Absent on the simulator, where the one process brings its own. */
  readonly postgres?: EmbeddedPostgres;
  readonly services: readonly ServiceProcess[];
  readonly ivr: readonly ServiceProcess[];
  /** Calls in progress end first. */
  stop(): Promise<void>;
}

const ADMIN = 'admin';

export async function startPlatform(options: PlatformOptions): Promise<Platform> {
  const folder = path.join(repositoryRoot(), 'var', options.name);
  await clearAbandoned(folder);
  await mkdir(folder, { recursive: true });
  const password = randomBytes(12).toString('base64url');
  const common = {
    GATEWAY_ADMIN_PASSWORD: password,
    FILES_DIR: path.join(folder, 'files'),
    IVR_PROMPTS_DIR: path.join(repositoryRoot(), 'var/prompts'),
    LOG_LEVEL: 'info',
  };
  const start = options.lab ? startServices : startSimulated;
  const parts = await start(options, folder, common);
  return {
    pbx: options.lab ? 'asterisk' : 'simulator',
    admin: { name: ADMIN, password },
    folder,
    ...parts,
    stop: async () => {
      await Promise.all(parts.services.map((service) => service.stop()));
      await parts.postgres?.stop();
    },
  };
}

type Parts = Pick<Platform, 'url' | 'postgres' | 'services' | 'ivr'>;

async function startServices(
  { lab, ivrProcesses = 1, env, postgres: settings }: PlatformOptions,
  folder: string,
  common: Readonly<Record<string, string>>,
): Promise<Parts> {
  if (!lab) throw new Error('the services as processes need a lab');
  const postgres = await startEmbeddedPostgres({
    dataDir: path.join(folder, 'postgres'),
    port: lab.records.port,
    passwords: { pbx: lab.records.password },
    settings,
  });
  const services: ServiceProcess[] = [];
  try {
    await makeRecordTables(postgres.url('pbx'));
    await lab.asterisk.start(); // waits until it writes records
    const service = async (
      app: 'gateway' | 'ticket' | 'hr' | 'ivr',
      name: string = app,
    ): Promise<ServiceProcess> => {
      const port = await freePort();
      const process = new ServiceProcess({
        app,
        name,
        folder,
        port,
        env: {
          ...common,
          ...labEnvironment(lab),
          ...env,
          DATABASE_URL: postgres.url(app),
          [`${app.toUpperCase()}_HTTP_PORT`]: String(port),
        },
      });
      services.push(process);
      return process;
    };
    const gateway = await service('gateway');
    await service('ticket');
    await service('hr');
    const ivr: ServiceProcess[] = [];
    for (let index = 1; index <= ivrProcesses; index++) ivr.push(await service('ivr', `ivr-${index}`));
    await Promise.all(services.map((each) => each.start()));
    return { url: gateway.url, postgres, services, ivr };
  } catch (error) {
    await Promise.all(services.map((each) => each.stop()));
    await postgres.stop();
    throw error;
  }
}

async function startSimulated(
  { env }: PlatformOptions,
  folder: string,
  common: Readonly<Record<string, string>>,
): Promise<Parts> {
  const port = await freePort();
  const [hr, ivr, ticket] = [await freePort(), await freePort(), await freePort()];
  const standalone = new ServiceProcess({
    app: 'standalone',
    folder,
    port,
    env: {
      ...common,
      IVR_TRUNK_IS_LAB: 'true',
      ...env,
      DATA_DIR: folder,
      GATEWAY_HTTP_PORT: String(port),
      HR_HTTP_PORT: String(hr),
      IVR_HTTP_PORT: String(ivr),
      TICKET_HTTP_PORT: String(ticket),
    },
  });
  await standalone.start();
  return { url: standalone.url, services: [standalone], ivr: [standalone] };
}

/** How services reach the lab's parts. */
export function labEnvironment(lab: Lab): Record<string, string> {
  return {
    NATS_URL: lab.natsUrl,
    IVR_PBX: 'asterisk',
    IVR_NODES: lab.node,
    IVR_ARI_URL: new URL(lab.ari.url).origin,
    IVR_ARI_USER: lab.ari.user,
    IVR_ARI_PASSWORD: lab.ari.password,
    IVR_AMI: `${lab.ami.host}:${lab.ami.port}`,
    IVR_AMI_USER: lab.ami.user,
    IVR_AMI_SECRET: lab.ami.secret,
    IVR_TRUNK: lab.trunk,
    IVR_TRUNK_IS_LAB: 'true',
    IVR_SPEECH: 'espeak',
    IVR_SPEECH_COMMAND_PREFIX: lab.command.join(','),
    IVR_PROMPTS_DIR: lab.speech.host,
    IVR_PROMPTS_DIR_ON_PBX: lab.speech.inside,
    IVR_RECORDINGS_DIR: lab.recordings.host,
  };
}

/** Ends what a killed run of the same name left behind. */
async function clearAbandoned(folder: string): Promise<void> {
  for (const name of ['gateway', 'ticket', 'hr', 'ivr-1', 'ivr-2', 'standalone']) {
    const app = name.replace(/-\d$/, '');
    await new ServiceProcess({ app, name, folder, port: 1, env: {} }).kill();
  }
  await rm(folder, { recursive: true, force: true });
}
