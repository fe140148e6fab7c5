import { type ChildProcess, spawn } from 'node:child_process';
import type { Socket } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { isConnectionLost } from '../connection-lost';
import type { Cluster } from './cluster';
import { readPid } from './stale-process';

const START_TIMEOUT_MS = 30_000;
const LAST_OUTPUT = 4_000;

// The server leads a process group of its own, so that Ctrl-C reaches us first; the shell watches our end
// of its standard input, and stops the server when we are gone without a word.
const WATCHDOG = `
"$@" &
server=$!
trap 'kill -INT $server 2>/dev/null' TERM INT
(read _; kill -INT $server) <&3 >/dev/null 2>&1 &
watcher=$!
wait $server
status=$?
kill $watcher 2>/dev/null
exit $status
`;

export interface ServerProcess {
  readonly pid: number;
  /** Resolves when the server has ended. */
  readonly ended: Promise<void>;
}

/** Starts the server and waits until it takes connections. @throws Error with its last output */
export async function startServer(
  { binaries, dataDir, user }: Cluster,
  port: number,
  settings: Readonly<Record<string, string>>,
  adminUrl: string,
): Promise<ServerProcess> {
  const flags = Object.entries({ listen_addresses: '127.0.0.1', unix_socket_directories: '', ...settings });
  const command = [
    path.join(binaries, 'bin', 'postgres'),
    '-D',
    dataDir,
    '-p',
    String(port),
    ...flags.flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ];
  const child = spawn('/bin/sh', ['-c', WATCHDOG, 'postgres', ...command], {
    ...user,
    cwd: '/',
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  });
  const output = lastOutput(child);
  const ended = new Promise<void>((resolve) => child.on('exit', () => resolve()));
  await untilReady(child, adminUrl, output);
  const pid = await readPid(path.join(dataDir, 'postmaster.pid'));
  if (pid === undefined) throw new Error(`PostgreSQL started but left no pid file:\n${output()}`);
  release(child);
  return { pid, ended };
}

async function untilReady(child: ChildProcess, adminUrl: string, output: () => string): Promise<void> {
  let failure: Error | undefined;
  child.on('error', (error) => (failure = error));
  const deadline = Date.now() + START_TIMEOUT_MS;
  while (!(await answers(adminUrl))) {
    if (failure !== undefined) throw failure;
    if (child.exitCode !== null) throw new Error(`PostgreSQL ended at start:\n${output()}`);
    if (Date.now() > deadline) {
      child.kill('SIGTERM');
      throw new Error(`PostgreSQL did not start within ${START_TIMEOUT_MS} ms:\n${output()}`);
    }
    await sleep(30);
  }
}

async function answers(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  client.on('error', () => undefined); // The rejected promise below tells it too.
  try {
    await client.connect();
    await client.end();
    return true;
  } catch (error) {
    if (isConnectionLost(error)) return false;
    throw error;
  }
}

/** The server alone does not keep this process running. */
function release(child: ChildProcess): void {
  child.unref();
  for (const pipe of child.stdio) (pipe as Socket | null)?.unref();
}

function lastOutput(child: ChildProcess): () => string {
  let text = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    text = (text + chunk.toString()).slice(-LAST_OUTPUT);
  });
  return () => text;
}
