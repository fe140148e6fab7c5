import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

import {
  AMI_QUIET_USER,
  AMI_SECRET,
  AMI_USER,
  ARI_PASSWORD,
  ARI_USER,
  type AsteriskPart,
  type RecordsTarget,
} from './asterisk/asterisk-part';
import type { LabHostKind } from './host/host-spec';
import type { SharedFolder } from './host/lab-host';
import { partsOf, stopParts } from './lab-parts';
import type { LabState } from './lab-state';
import type { NatsPart } from './nats-part';
import { isAlive } from './process/identity';
import { agentPhone, type AgentPhone } from './subscribers/agent-phone';
import type { AgentManner } from './subscribers/agent-scenario';
import { callIn, type PlacedCall } from './subscribers/call-in';
import type { IncomingCall } from './subscribers/caller-scenario';
import { crowd, type Crowd, type CrowdOrder } from './subscribers/crowd';
import type { SubscribersPart } from './subscribers/subscribers-part';

export interface Lab {
  readonly name: string;
  readonly node: string;
  readonly ari: { readonly url: string; readonly user: string; readonly password: string };
  readonly ami: {
    readonly host: string;
    readonly port: number;
    readonly user: string;
    /** Answers to its actions and gets no events. */
    readonly quietUser: string;
    readonly secret: string;
  };
  readonly sip: { readonly host: string; readonly port: number };
  /** The address that calls from outside come from. */
  readonly callers: string;
  /** The trunk's name in `PJSIP/<number>@<trunk>`. */
  readonly trunk: string;
  readonly natsUrl: string;
  /** Put clips (.alaw, 8 kHz) into `host`; Asterisk plays `sound:<inside>/<name without extension>`. */
  readonly prompts: SharedFolder;
  /** Speech that the platform makes, kept from one lab to the next of this checkout; safe for many at once. */
  readonly speech: SharedFolder;
  /** Where recordings come to lie: `<name>.wav`. Emptied by every start. */
  readonly recordings: SharedFolder;
  /** Where Asterisk sends CDR and CEL: schema pbx, made by `pbxSchemaSql()`. Nothing listens there by itself. */
  readonly records: RecordsTarget;
  /** How its programs got here and run. */
  readonly kind: LabHostKind;
  /** Runs a program of the lab: `[...command, 'espeak-ng', …]`. */
  readonly command: readonly string[];
  readonly asterisk: AsteriskPart;
  readonly nats: NatsPart;
  readonly subscribers: SubscribersPart;
  /** The process that started the lab, while it lives; undefined for a detached lab. */
  readonly ownerPid: number | undefined;
  /** True when the lab ran already. */
  readonly attached: boolean;
  /** Calls the PBX from outside; resolves when that call is over. */
  callIn(call: IncomingCall): Promise<PlacedCall>;
  /** Many callers at once, each as it pleases. @throws RangeError */
  crowd(order: CrowdOrder): Crowd;
  /** Registers an agent's phone, which then takes calls as told. @throws RegistrationRefused */
  agentPhone(manner: AgentManner): Promise<AgentPhone>;
  /** Runs a program of the lab, e.g. espeak-ng or sox. @returns its standard output. */
  run(program: string, args: readonly string[]): Promise<string>;
  /** Ends every process of the lab, whoever started it. */
  stop(): Promise<void>;
  /** Ends the lab if this handle started it. */
  release(): Promise<void>;
}

const RUN_TIMEOUT_MS = 60_000;

export function labHandle(state: LabState, attached: boolean): Lab {
  const { name, addresses, settings } = state;
  const { host, paths, asterisk, nats, subscribers } = partsOf(state);
  const { node: address, ariPort, amiPort, sipPort } = addresses;
  return {
    name,
    node: settings.node,
    ari: { url: `http://${address}:${ariPort}/ari`, user: ARI_USER, password: ARI_PASSWORD },
    ami: { host: address, port: amiPort, user: AMI_USER, quietUser: AMI_QUIET_USER, secret: AMI_SECRET },
    sip: { host: address, port: sipPort },
    callers: addresses.subscribers,
    trunk: 'trunk',
    natsUrl: nats.url,
    prompts: paths.prompts,
    speech: host.speech,
    recordings: paths.recordings,
    records: settings.records,
    kind: host.spec.kind,
    command: host.command,
    asterisk,
    nats,
    subscribers,
    ownerPid: state.owner && isAlive(state.owner) ? state.owner.pid : undefined,
    attached,
    callIn: (call) => callIn(host, paths, addresses, call),
    crowd: (order) => crowd(host, paths, addresses, order),
    agentPhone: (manner) => agentPhone(host, paths, addresses, manner),
    run: async (program, args) => {
      const [first = program, ...rest] = [...host.command, program, ...args];
      const { stdout } = await promisify(execFile)(first, rest, { timeout: RUN_TIMEOUT_MS });
      return stdout;
    },
    stop: () => stopParts(state),
    release: () => (attached ? Promise.resolve() : stopParts(state)),
  };
}
