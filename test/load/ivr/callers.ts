import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { callerScenario, helloAudio, type Lab, SIPP_ALWAYS } from '@switchyard/testing';
import type { MeasuredCall } from './menu-figures';
import { KEY_AFTER_MS } from './menu-sounds';

const FOLDER = 'bench-callers';
/** Stands for the caller's own number in the scenario, which takes each from a list. */
const NUMBER = '13800000000';
/** Seconds that a caller listens after the key before giving the call up as failed. */
const PATIENCE_SECONDS = 8;
const PORTS = { least: 30_000, most: 39_999 };

export interface CallersOrder {
  /** The number that they dial. */
  readonly to: string;
  readonly perSecond: number;
  readonly calls: number;
  /** Their own numbers, one after another and again. */
  readonly numbers: readonly string[];
}

/** One sipp process whose callers dial at a steady rate, press 1 in the menu, and listen until the PBX hangs up. */
export class Callers {
  private readonly host: string;
  private readonly child: ChildProcess;
  private readonly ended: Promise<void>;

  constructor(lab: Lab, { to, perSecond, calls, numbers }: CallersOrder) {
    this.host = path.join(lab.prompts.host, FOLDER);
    rmSync(this.host, { recursive: true, force: true });
    mkdirSync(this.host, { mode: 0o755 });
    const scenario = callerScenario({
      from: NUMBER,
      to,
      keys: [{ afterMs: KEY_AFTER_MS, key: '1' }],
      seconds: PATIENCE_SECONDS,
    });
    writeFileSync(path.join(this.host, 'callers.xml'), scenario.replaceAll(NUMBER, '[field0]'));
    writeFileSync(path.join(this.host, 'numbers.csv'), ['SEQUENTIAL', ...numbers, ''].join('\n'));
    writeFileSync(path.join(this.host, 'hello.alaw'), helloAudio());
    const address = lab.callers;
    const sipp = [
      ...SIPP_ALWAYS,
      `${lab.sip.host}:${lab.sip.port} -sf callers.xml -inf numbers.csv`,
      `-r ${perSecond} -rp 1000 -m ${calls} -l 3000`,
      `-i ${address} -bind_local -mi ${address} -ci ${address}`,
      `-min_rtp_port ${PORTS.least} -max_rtp_port ${PORTS.most}`,
      '-trace_logs -log_file calls.log -trace_err -error_file errors.log',
    ].join(' ');
    const [program = '', ...rest] = lab.command;
    const inside = `${lab.prompts.inside}/${FOLDER}`;
    this.child = spawn(program, [...rest, 'sh', '-c', `cd ${inside} && exec ${sipp} >/dev/null`], {
      stdio: 'ignore',
      env: { PATH: process.env.PATH, TZ: 'UTC' },
    });
    this.ended = new Promise((resolve) => this.child.once('close', () => resolve()));
  }

  get pid(): number | undefined {
    return this.child.pid;
  }

  /** Resolves when every caller is done; those still talking after `timeoutMs` are cut off. */
  async finish(timeoutMs: number): Promise<void> {
    const timer = setTimeout(() => this.child.kill('SIGKILL'), timeoutMs);
    await this.ended;
    clearTimeout(timer);
  }

  /** What became of each, by the callers' own log. */
  calls(): MeasuredCall[] {
    return parseCallers(readFileSync(path.join(this.host, 'calls.log'), 'utf8'));
  }
}

/** Lines of `TIME EVENT caller CALL-ID [DETAIL]`. */
export function parseCallers(log: string): MeasuredCall[] {
  const calls = new Map<string, MeasuredCall>();
  for (const line of log.slice(0, log.lastIndexOf('\n') + 1).split('\n')) {
    const [time = '', event, , callId] = line.split(' ');
    if (callId === undefined) continue;
    const at = Date.parse(time);
    const known = calls.get(callId) ?? { begunAt: at };
    if (event === 'ANSWERED') calls.set(callId, { ...known, answeredAt: at });
    else if (event === 'BYE') calls.set(callId, { ...known, endedAt: at, well: true });
    else if (event === 'REFUSED' || event === 'GAVE-UP' || event === 'HUNG-UP')
      calls.set(callId, { ...known, endedAt: at, well: false });
    else calls.set(callId, known);
  }
  return [...calls.values()];
}
