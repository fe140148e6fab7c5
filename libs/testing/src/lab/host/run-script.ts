import { execFileSync } from 'node:child_process';
import path from 'node:path';

import { repositoryRoot } from '../root/repository';

const BUILD_TIMEOUT_MS = 1_200_000;

/** Runs a script of deploy/lab; it may take minutes, the first time. @throws what execFileSync throws */
export function runLabScript(script: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): void {
  execFileSync(path.join(repositoryRoot(), 'deploy', 'lab', script), args, {
    timeout: BUILD_TIMEOUT_MS,
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 64 << 20,
    env: { ...process.env, ...env },
  });
}
