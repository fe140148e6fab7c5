import { existsSync } from 'node:fs';
import path from 'node:path';
import { Daemon } from '../lab/process/daemon';
import { repositoryRoot } from '../lab/root/repository';

export interface ServiceProcessOptions {
  /** App below apps/, or another program's path below dist/. */
  readonly app: string;
  /** Distinguishes several processes of one app. */
  readonly name?: string;
  /** Keeps pid files and logs. */
  readonly folder: string;
  readonly port: number;
  readonly env: Readonly<Record<string, string>>;
}

const READY_TIMEOUT_MS = 180_000;
/** A service lets calls in progress end first. */
const END_SECONDS = 40;

/** One of our services as a process of its own, from the build in dist/. */
export class ServiceProcess extends Daemon {
  readonly name: string;
  readonly url: string;

  constructor({ app, name = app, folder, port, env }: ServiceProcessOptions) {
    const url = `http://127.0.0.1:${port}`;
    super({
      name,
      pidFile: path.join(folder, `${name}.pid`),
      logFile: path.join(folder, `${name}.log`),
      command: [process.execPath, '--enable-source-maps', builtProgram(app)],
      env: { ...env, HOME: folder },
      readyTimeoutMs: READY_TIMEOUT_MS,
      endSeconds: END_SECONDS,
      detached: false,
      ready: () => answers(`${url}/health/ready`),
    });
    this.name = name;
    this.url = url;
  }
}

function builtProgram(app: string): string {
  const file = path.join(repositoryRoot(), 'dist/apps', app, 'src/main.js');
  if (!existsSync(file)) throw new Error(`${file} is missing: run "npm run build" first`);
  return file;
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(2_000) })).ok;
  } catch {
    return false; // not listening yet
  }
}
