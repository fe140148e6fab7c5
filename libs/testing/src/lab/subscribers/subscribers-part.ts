import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import type { LabAddresses } from '../addresses';
import type { LabHost } from '../host/lab-host';
import type { LabPaths } from '../lab-paths';
import { Daemon } from '../process/daemon';
import { parseCallLog, type ReceivedCall } from './call-log';
import { helloAudio } from './hello-audio';
import { HELLO_FILE, subscriberScenario } from './scenario';
import { listensOnUdp, SIPP_ALWAYS } from './sipp';

const CALL_LOG = 'calls.log';

/** Everybody who can be called: one sipp process at the trunk's far end. */
export class SubscribersPart {
  private readonly daemon: Daemon;

  constructor(
    host: LabHost,
    private readonly paths: LabPaths,
    addresses: LabAddresses,
  ) {
    const { subscribers: address, subscriberPort: port } = addresses;
    const sipp = [
      ...SIPP_ALWAYS,
      `-sf subscribers.xml -i ${address} -bind_local -p ${port} -mi ${address} -ci ${address}`,
      '-min_rtp_port 10000 -max_rtp_port 19999',
      `-trace_logs -log_file ${CALL_LOG} -log_overwrite false`,
      '-trace_err -error_file errors.log -error_overwrite false -max_log_size 5000000',
    ].join(' ');
    this.daemon = new Daemon({
      name: 'SIP subscribers',
      pidFile: path.join(paths.control, 'subscribers.pid'),
      logFile: path.join(paths.control, 'subscribers.out'),
      command: ['sh', '-c', `cd ${paths.subscribers.inside} && exec ${sipp} >/dev/null`],
      launcher: host,
      ready: () => listensOnUdp(address, port),
    });
  }

  get pid(): number | undefined {
    return this.daemon.pid;
  }

  configure(): void {
    writeFileSync(path.join(this.paths.subscribers.host, 'subscribers.xml'), subscriberScenario());
    writeFileSync(path.join(this.paths.subscribers.host, HELLO_FILE), helloAudio());
  }

  start(): Promise<void> {
    return this.daemon.start();
  }

  stop(): Promise<void> {
    return this.daemon.stop();
  }

  /** The far end of the trunk is gone: calls get no answer at all. */
  kill(): Promise<void> {
    return this.daemon.kill();
  }

  restart(): Promise<void> {
    return this.daemon.restart();
  }

  signal(signal: NodeJS.Signals): void {
    this.daemon.signal(signal);
  }

  /** Every call that arrived since the lab's start (or `clearCallLog`), in order, from sipp's own log. */
  callLog(): ReceivedCall[] {
    return existsSync(this.logFile) ? parseCallLog(readFileSync(this.logFile, 'utf8')) : [];
  }

  /** Forgets what came until now; restarts the subscribers, so calls in progress lose their far end. */
  async clearCallLog(): Promise<void> {
    await this.daemon.stop();
    writeFileSync(this.logFile, '');
    await this.daemon.start();
  }

  private get logFile(): string {
    return path.join(this.paths.subscribers.host, CALL_LOG);
  }
}
