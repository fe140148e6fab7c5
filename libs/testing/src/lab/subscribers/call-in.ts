import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import type { LabAddresses } from '../addresses';
import type { LabHost } from '../host/lab-host';
import type { LabPaths } from '../lab-paths';
import { callerScenario, type IncomingCall } from './caller-scenario';
import { helloAudio } from './hello-audio';
import { HELLO_FILE } from './scenario';
import { SIPP_ALWAYS } from './sipp';

/** How a call into the PBX went, as the caller's side saw it. */
export interface PlacedCall {
  readonly end: 'refused' | 'not-answered' | 'pbx-hung-up' | 'caller-hung-up';
  /** SIP status of a refusal. */
  readonly status?: number;
  /** Milliseconds since the epoch; when it last was told to ring. */
  readonly rangAt?: number;
  readonly answeredAt?: number;
  readonly endedAt?: number;
  /** Seconds of audio that came from the PBX. */
  readonly heardSeconds: number;
}

const ENDS: Readonly<Record<string, PlacedCall['end']>> = {
  REFUSED: 'refused',
  'GAVE-UP': 'not-answered',
  BYE: 'pbx-hung-up',
  'HUNG-UP': 'caller-hung-up',
};

/** Calls the PBX through its trunk, and resolves when that call is over. @throws Error with sipp's own words. */
export async function callIn(
  host: LabHost,
  paths: LabPaths,
  addresses: LabAddresses,
  call: IncomingCall,
): Promise<PlacedCall> {
  const scenario = callerScenario(call);
  const folder = mkdtempSync(path.join(paths.subscribers.host, 'caller-'));
  const inside = `${paths.subscribers.inside}/${path.basename(folder)}`;
  writeFileSync(path.join(folder, 'caller.xml'), scenario);
  writeFileSync(path.join(folder, HELLO_FILE), helloAudio());
  const sipp = [
    ...SIPP_ALWAYS,
    `${addresses.node}:${addresses.sipPort} -sf caller.xml -m 1 -l 1`,
    `-i ${addresses.subscribers} -bind_local -mi ${addresses.subscribers} -ci ${addresses.subscribers}`,
    '-min_rtp_port 20000 -max_rtp_port 29999',
    '-trace_logs -log_file calls.log -trace_err -error_file errors.log',
  ].join(' ');
  try {
    const command = `cd ${inside} && exec ${sipp} >/dev/null`;
    const [program = '', ...args] = [...host.command, 'sh', '-c', command];
    const failure = await run(program, args);
    const placed = parsePlacedCall(readOr(path.join(folder, 'calls.log'), ''));
    if (placed) return placed;
    throw new Error(
      `the call from ${call.from} did not take place: ${readOr(path.join(folder, 'errors.log'), failure)}`,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** undefined when the log does not tell an end. */
export function parsePlacedCall(log: string): PlacedCall | undefined {
  let rangAt: number | undefined;
  let answeredAt: number | undefined;
  for (const line of log.split('\n')) {
    const [time = '', event = '', , , detail = ''] = line.split(' ');
    if (event === 'RINGING') rangAt = Date.parse(time);
    if (event === 'ANSWERED') answeredAt = Date.parse(time);
    const end = ENDS[event];
    if (!end) continue;
    const heardSeconds = answeredAt === undefined ? 0 : Math.round((Number(detail) || 0) * 2) / 100;
    const endedAt = Date.parse(time);
    return end === 'refused'
      ? { end, status: Number(detail), endedAt, heardSeconds: 0 }
      : { end, rangAt, answeredAt, endedAt, heardSeconds };
  }
  return undefined;
}

/** sipp's exit code says what its log says better; an empty string, or why it could not run. */
function run(program: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve) => {
    execFile(program, args, { timeout: 900_000, env: { ...process.env, TZ: 'UTC' } }, (error) =>
      resolve(error ? error.message : ''),
    );
  });
}

function readOr(file: string, otherwise: string): string {
  try {
    return readFileSync(file, 'utf8') || otherwise;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return otherwise;
    throw error;
  }
}
