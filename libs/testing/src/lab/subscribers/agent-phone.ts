import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';

import type { LabAddresses } from '../addresses';
import type { LabHost } from '../host/lab-host';
import type { LabPaths } from '../lab-paths';
import { Daemon } from '../process/daemon';
import { agentScenario, checkAccount, registerScenario, type AgentManner } from './agent-scenario';
import { parseCallLog, type ReceivedCall } from './call-log';
import { helloAudio } from './hello-audio';
import { HELLO_FILE } from './scenario';
import { listensOnUdp, SIPP_ALWAYS } from './sipp';

/** A registered phone of an agent. */
export interface AgentPhone {
  readonly sipUser: string;
  /** Every call that reached it so far, in order. */
  log(): ReceivedCall[];
  /** Signs the phone off at the PBX and ends it; a call in progress loses its far end. */
  stop(): Promise<void>;
  /** As if its cable were pulled: the PBX believes that it is still there. */
  unplug(): Promise<void>;
}

/** The PBX refused the registration, or did not answer it. */
export class RegistrationRefused extends Error {
  constructor(sipUser: string, options?: { cause?: unknown }) {
    super(`the PBX did not let agent ${sipUser} register`, options);
    this.name = 'RegistrationRefused';
  }
}

const REGISTERED_SECONDS = 600;
/** A phone whose test died ends by itself. */
const LIFE_SECONDS = 900;
const PORT_BASE = 30_000;
const CALL_LOG = 'calls.log';

/** Registers an agent's phone and keeps it answering as told. @throws RegistrationRefused, RangeError */
export async function agentPhone(
  host: LabHost,
  paths: LabPaths,
  addresses: LabAddresses,
  manner: AgentManner,
): Promise<AgentPhone> {
  checkAccount(manner);
  const { sipUser } = manner;
  const address = `127.77.${addresses.slot}.3`;
  const port = PORT_BASE + Number(sipUser);
  const name = `agent-${sipUser}`;
  const folder = path.join(paths.subscribers.host, name);
  const inside = `${paths.subscribers.inside}/${name}`;
  const common = `-i ${address} -bind_local -p ${port} -ci ${address}`;

  const register = async (seconds: number): Promise<void> => {
    writeFileSync(path.join(folder, 'register.xml'), registerScenario(manner, seconds));
    const sipp = `${SIPP_ALWAYS.join(' ')} ${addresses.node}:${addresses.sipPort} -sf register.xml -m 1 ${common}`;
    const [program = '', ...args] = [...host.command, 'sh', '-c', `cd ${inside} && exec ${sipp} >/dev/null`];
    try {
      await promisify(execFile)(program, args, { timeout: 30_000, env: { ...process.env, TZ: 'UTC' } });
    } catch (cause) {
      throw new RegistrationRefused(sipUser, { cause });
    }
  };
  const phone = new Daemon({
    name: `phone of agent ${sipUser}`,
    pidFile: path.join(paths.control, `${name}.pid`),
    logFile: path.join(paths.control, `${name}.out`),
    command: [
      'sh',
      '-c',
      `cd ${inside} && exec ${SIPP_ALWAYS.join(' ')} -sf agent.xml ${common} -mi ${address}` +
        ' -min_rtp_port 10000 -max_rtp_port 29999' +
        ` -trace_logs -log_file ${CALL_LOG} -log_overwrite false` +
        ` -trace_err -error_file errors.log -timeout ${LIFE_SECONDS} >/dev/null`,
    ],
    launcher: host,
    ready: () => listensOnUdp(address, port),
  });

  await phone.kill();
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'agent.xml'), agentScenario(manner));
  writeFileSync(path.join(folder, HELLO_FILE), helloAudio());
  await register(REGISTERED_SECONDS);
  await phone.start();
  return {
    sipUser,
    log: () => {
      const file = path.join(folder, CALL_LOG);
      return existsSync(file) ? parseCallLog(readFileSync(file, 'utf8')) : [];
    },
    stop: async () => {
      await phone.kill();
      await register(0);
    },
    unplug: () => phone.kill(),
  };
}
