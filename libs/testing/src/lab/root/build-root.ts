import { execFile, execFileSync } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';

import { labAvailability } from './availability';
import { labFolder, labRoot, repositoryRoot } from './repository';

const BUILD_TIMEOUT_MS = 600_000;

/** Thrown when the lab cannot run here; the message is the reason. */
export class LabUnavailable extends Error {
  constructor(reason: string, options?: { cause?: unknown }) {
    super(reason, options);
    this.name = 'LabUnavailable';
  }
}

/** Makes the root file system unless it is there. @returns its path. @throws LabUnavailable */
export async function ensureLabRoot(): Promise<string> {
  refuseWhereItCannotRun();
  try {
    await promisify(execFile)(script(), [labFolder()], { timeout: BUILD_TIMEOUT_MS });
  } catch (error) {
    throw notBuilt(error);
  }
  return labRoot();
}

/** The same, for a test runner that must know before it defines its tests. */
export function ensureLabRootNow(): string {
  refuseWhereItCannotRun();
  try {
    execFileSync(script(), [labFolder()], { timeout: BUILD_TIMEOUT_MS, stdio: ['ignore', 'pipe', 'pipe'] });
  } catch (error) {
    throw notBuilt(error);
  }
  return labRoot();
}

function script(): string {
  return path.join(repositoryRoot(), 'deploy', 'lab', 'build-root.sh');
}

function refuseWhereItCannotRun(): void {
  const availability = labAvailability();
  if (!availability.available) throw new LabUnavailable(availability.reason);
}

function notBuilt(cause: unknown): LabUnavailable {
  const { stderr, message } = cause as { stderr?: string | Buffer; message: string };
  const lastWords = String(stderr ?? '')
    .trim()
    .split('\n')
    .slice(-5)
    .join('\n');
  return new LabUnavailable(`the lab's root file system could not be built: ${lastWords || message}`, {
    cause,
  });
}
