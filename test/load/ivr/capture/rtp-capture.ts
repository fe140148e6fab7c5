import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { type Lab, waitFor } from '@switchyard/testing';
import { TELEPHONE_EVENT } from './rtp-packets';

const NAME = 'bench.pcap';
/** Ethernet, IP, UDP, RTP and a telephone event: 58 bytes. */
const BYTES_OF_EACH = 64;
const PCMA = 8;
const TIMEOUT_MS = 10_000;

/** What goes over the wire between the PBX and its callers: keys one way, sound the other. */
export class RtpCapture {
  private errors = '';

  private constructor(
    private readonly file: string,
    private readonly child: ChildProcess,
  ) {
    child.stderr?.setEncoding('utf8').on('data', (text: string) => (this.errors += text));
  }

  static async start(lab: Lab): Promise<RtpCapture> {
    const file = path.join(lab.prompts.host, NAME);
    rmSync(file, { force: true });
    const ofRtp = (payloadType: number) => `udp[9] & 0x7f = ${payloadType}`;
    const filter = `udp and ((src host ${lab.callers} and ${ofRtp(TELEPHONE_EVENT)}) or (dst host ${lab.callers} and ${ofRtp(PCMA)}))`;
    const [program = '', ...rest] = lab.command;
    const child = spawn(
      program,
      [
        ...rest,
        'tcpdump',
        '-n',
        '-i',
        'lo',
        '-Z',
        'root',
        '-B',
        '16384',
        '-s',
        String(BYTES_OF_EACH),
        '-w',
        `${lab.prompts.inside}/${NAME}`,
        filter,
      ],
      { stdio: ['ignore', 'ignore', 'pipe'] },
    );
    const capture = new RtpCapture(file, child);
    await waitFor('tcpdump listens', () => capture.errors.includes('listening on'), TIMEOUT_MS);
    return capture;
  }

  /** Ends it. @throws Error when packets were dropped: what is missing would look fast. */
  async stop(): Promise<Buffer> {
    const ended = new Promise<void>((resolve) => this.child.once('close', () => resolve()));
    this.child.kill('SIGINT');
    await ended;
    const dropped = Number(/(\d+) packets dropped by kernel/.exec(this.errors)?.[1] ?? 0);
    if (dropped > 0)
      throw new Error(`${dropped} packets were not captured: the machine is too busy to measure`);
    return readFileSync(this.file);
  }
}
