import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import type { LabAddresses } from '../addresses';
import type { LabHost } from '../host/lab-host';
import type { LabPaths } from '../lab-paths';
import type { IncomingCall } from './caller-scenario';
import { parseCrowdLog, type CrowdCall } from './crowd-log';
import { crowdScenario } from './crowd-scenario';
import { helloAudio } from './hello-audio';
import { HELLO_FILE } from './scenario';
import { SIPP_ALWAYS } from './sipp';

export interface CrowdOrder {
  /** Each its own number, keys and moments; they call in this order. */
  readonly callers: readonly IncomingCall[];
  readonly perSecond: number;
  /** Whether callers note what they hear (`heardAt`); many different callers are slower to begin then. Default false. */
  readonly attentive?: boolean;
}

/** Many callers, each as it pleases, out of one sipp process. */
export interface Crowd {
  /** What became of each so far, in the order of the callers; undefined for who has not called yet. */
  calls(): (CrowdCall | undefined)[];
  /** Resolves when every call is over. @throws Error when that takes longer, after cutting them off */
  finish(timeoutMs: number): Promise<readonly CrowdCall[]>;
  /** As if all of them lost their network. */
  kill(): Promise<void>;
}

const LOG = 'calls.log';
const AT_ONCE = 2_000;

/** @throws RangeError when a number or key is none, or two callers have the same number */
export function crowd(
  host: LabHost,
  paths: LabPaths,
  addresses: LabAddresses,
  { callers, perSecond, attentive = false }: CrowdOrder,
): Crowd {
  const scenario = crowdScenario(callers, attentive);
  mkdirSync(paths.subscribers.host, { recursive: true });
  const folder = mkdtempSync(path.join(paths.subscribers.host, 'crowd-'));
  const inside = `${paths.subscribers.inside}/${path.basename(folder)}`;
  writeFileSync(path.join(folder, 'crowd.xml'), scenario.xml);
  writeFileSync(path.join(folder, 'callers.csv'), scenario.list);
  writeFileSync(path.join(folder, HELLO_FILE), helloAudio());
  const address = addresses.subscribers;
  const sipp = [
    ...SIPP_ALWAYS,
    `${addresses.node}:${addresses.sipPort} -sf crowd.xml -inf callers.csv`,
    `-r ${perSecond} -rp 1000 -m ${callers.length} -l ${AT_ONCE}`,
    `-i ${address} -bind_local -mi ${address} -ci ${address}`,
    '-min_rtp_port 30000 -max_rtp_port 59999',
    `-trace_logs -log_file ${LOG} -trace_err -error_file errors.log`,
  ].join(' ');
  const [program = '', ...rest] = host.command;
  const child: ChildProcess = spawn(
    program,
    [...rest, 'sh', '-c', `cd ${inside} && exec ${sipp} >/dev/null`],
    {
      stdio: 'ignore',
      env: { PATH: process.env.PATH, TZ: 'UTC' },
    },
  );
  const ended = new Promise<void>((resolve, reject) => {
    child.once('close', () => resolve());
    child.once('error', reject);
  });
  ended.catch(() => undefined); // told by finish()

  const calls = () => {
    const file = path.join(folder, LOG);
    const byNumber = parseCrowdLog(existsSync(file) ? readFileSync(file, 'utf8') : '');
    return callers.map(({ from }) => byNumber.get(from));
  };
  const end = async () => {
    child.kill('SIGKILL');
    await ended;
  };
  return {
    calls,
    kill: end,
    finish: async (timeoutMs) => {
      let late = false;
      const timer = setTimeout(() => {
        late = true;
        child.kill('SIGKILL');
      }, timeoutMs);
      await ended.finally(() => clearTimeout(timer));
      const told = calls();
      if (late) throw new Error(`callers still call after ${timeoutMs} ms: ${stillThere(callers, told)}`);
      const missing = callers.filter((_, index) => !told[index]);
      if (missing.length > 0) throw new Error(`${missing.length} callers did not call: ${errorsOf(folder)}`);
      rmSync(folder, { recursive: true, force: true });
      return told.filter((call) => call !== undefined);
    },
  };
}

function stillThere(callers: readonly IncomingCall[], calls: readonly (CrowdCall | undefined)[]): string {
  return callers
    .filter((_, index) => calls[index]?.endedAt === undefined)
    .map(({ from }) => from)
    .join(', ');
}

function errorsOf(folder: string): string {
  const file = path.join(folder, 'errors.log');
  return existsSync(file) ? readFileSync(file, 'utf8').slice(0, 2_000) : 'sipp says nothing';
}
