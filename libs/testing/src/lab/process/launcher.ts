import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';

import { identify, type ProcessIdentity } from './identity';
import { writeJsonFile } from './json-file';

/** A program to be started in the background. */
export interface Launch {
  readonly command: readonly [program: string, ...args: string[]];
  readonly env: Readonly<Record<string, string>>;
  /** Where its identity is kept, in the form of `writeJsonFile`. */
  readonly pidFile: string;
  /** Standard output and error, appended. */
  readonly logFile: string;
  /** Whether it lives in a process group of its own, where the launcher leaves a choice. */
  readonly detached: boolean;
}

export interface Launcher {
  /** Resolves when the process exists, or existed; its identity is in the pid file then. @throws Error if it never did */
  launch(launch: Launch): Promise<ProcessIdentity>;
}

/** Starts a program of this machine as a child of this process. */
export const launchHere: Launcher = {
  async launch({ command: [program, ...args], env, pidFile, logFile, detached }) {
    const output = openSync(logFile, 'a');
    const child = spawn(program, args, {
      detached,
      stdio: ['ignore', output, output],
      env: { PATH: process.env.PATH, TZ: 'UTC', LC_ALL: 'C.UTF-8', ...env },
    });
    closeSync(output);
    const failed = new Promise<never>((_, reject) => child.once('error', reject));
    failed.catch(() => undefined);
    child.unref();
    const identity = child.pid === undefined ? undefined : identify(child.pid);
    if (!identity) return failed;
    writeJsonFile(pidFile, identity);
    return identity;
  },
};
