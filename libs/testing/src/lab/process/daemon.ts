import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';

import { isAlive, type ProcessIdentity } from './identity';
import { readJsonFile } from './json-file';
import { launchHere, type Launcher } from './launcher';
import { waitFor } from './wait-for';

const TERM_SECONDS = 5;
const KILL_TIMEOUT_MS = 5000;

export interface DaemonOptions {
  readonly name: string;
  readonly pidFile: string;
  /** Standard output and error. */
  readonly logFile: string;
  readonly command: readonly [program: string, ...args: string[]];
  readonly env?: Readonly<Record<string, string>>;
  readonly readyTimeoutMs?: number;
  /** Seconds that it may take to end when asked; default 5. */
  readonly endSeconds?: number;
  /** Whether it lives in a process group of its own, and so outlives its starter's; default true. */
  readonly detached?: boolean;
  /** Default: a program of this machine. */
  readonly launcher?: Launcher;
  /** Whether it serves. Asked until it does, or the process has ended. */
  ready(): boolean | Promise<boolean>;
}

/** A process in the background that is found again by its pid file, by whichever process looks. */
export class Daemon {
  constructor(private readonly options: DaemonOptions) {}

  /** undefined when it does not run. */
  get pid(): number | undefined {
    return this.identity()?.pid;
  }

  /** Does nothing when it runs. @throws Error with the end of its output when it ends or is not ready in time. */
  async start(): Promise<void> {
    if (this.pid !== undefined) return;
    const { name, pidFile, logFile, command, env = {}, readyTimeoutMs = 15_000 } = this.options;
    const { launcher = launchHere, detached = true } = this.options;
    mkdirSync(path.dirname(logFile), { recursive: true });
    const identity = await launcher.launch({ command, env, pidFile, logFile, detached });
    let ended = false;
    await waitFor(
      `${name} is ready`,
      async () => {
        ended = !isAlive(identity);
        return ended || (await this.options.ready());
      },
      readyTimeoutMs,
    ).catch(async (error: unknown) => {
      await this.kill();
      throw new Error(`${name} was not ready in time\n${this.outputTail()}`, { cause: error });
    });
    if (ended) {
      rmSync(pidFile, { force: true });
      throw new Error(`${name} ended while starting\n${this.outputTail()}`);
    }
  }

  /** Asks it to end, and kills it when it has not in time. Does nothing when it does not run. */
  async stop(): Promise<void> {
    const identity = this.identity();
    if (identity) {
      // A stopped process would sleep on the request.
      send(identity, 'SIGTERM');
      send(identity, 'SIGCONT');
      await gone(identity, (this.options.endSeconds ?? TERM_SECONDS) * 1000).catch(() => this.kill());
    }
    rmSync(this.options.pidFile, { force: true });
  }

  /** As a crash: SIGKILL, and waits until it is gone. */
  async kill(): Promise<void> {
    const identity = this.identity();
    if (identity) {
      send(identity, 'SIGKILL');
      await gone(identity, KILL_TIMEOUT_MS);
    }
    rmSync(this.options.pidFile, { force: true });
  }

  async restart(): Promise<void> {
    await this.stop();
    await this.start();
  }

  /** For fault tests, e.g. SIGSTOP and SIGCONT. @throws Error when it does not run. */
  signal(signal: NodeJS.Signals): void {
    const { pid } = this;
    if (pid === undefined) throw new Error(`${this.options.name} does not run`);
    process.kill(pid, signal);
  }

  private identity(): ProcessIdentity | undefined {
    const identity = readJsonFile<ProcessIdentity>(this.options.pidFile);
    return identity && isAlive(identity) ? identity : undefined;
  }

  private outputTail(): string {
    return readFileSync(this.options.logFile, 'utf8').trimEnd().split('\n').slice(-15).join('\n');
  }
}

/** A process that has just ended by itself is no error. */
function send(identity: ProcessIdentity, signal: NodeJS.Signals): void {
  try {
    process.kill(identity.pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

function gone(identity: ProcessIdentity, timeoutMs: number): Promise<void> {
  return waitFor(`process ${identity.pid} is gone`, () => !isAlive(identity), timeoutMs, 10);
}
