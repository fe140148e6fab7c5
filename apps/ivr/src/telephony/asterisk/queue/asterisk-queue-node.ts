import type { ManagerPacket } from 'asterisk-manager';
import {
  NoSuchCall,
  QueueActionRefused,
  QueueNodeUnreachable,
  type AgentPhone,
  type AgentsCall,
  type MemberSnapshot,
  type NewMember,
  type QueueEvent,
  type QueueNode,
  type QueueNodeState,
  type QueueSnapshot,
  type SipAccount,
  type TransferTarget,
} from '../../queue-node.port';
import { checkAccount, checkMember, checkQueue, checkSipUser, checkTarget } from '../../queue-order-check';
import type { Scheduler } from '../../scheduler';
import type { TelephonyLog } from '../../telephony-log';
import { AriUnanswered } from '../ari/ari-http';
import type { ManagerAction } from '../manager/manager-action';
import { ManagerActionFailed, type ManagerLink } from '../manager/manager-link';
import type { ManagerFollower } from '../manager/pbx-manager';
import type { AgentAccounts } from './agent-accounts';
import { readLiveTalks } from './live-talks';
import { endpointOf, interfaceOf, queueInPbx, sipUserOf } from './names';
import { text } from './packet';
import { readSnapshot } from './snapshot';
import { CONSULT_CONTEXT, digitsOf, extensionOf, TRANSFER_CONTEXT } from './transfer-target';
import { EventTranslator } from './translate-event';

const JOIN_LOOKS = 20;
const JOIN_LOOK_MS = 100;

/** What the node needs of AMI. */
export type QueueManager = Pick<ManagerLink, 'ask' | 'list'>;

export interface AsteriskQueueNodeParts {
  readonly name: string;
  /** Absent: AMI is not used, and the node is down for ever. */
  readonly manager: QueueManager | undefined;
  readonly accounts: Pick<AgentAccounts, 'put' | 'delete'>;
  readonly scheduler: Scheduler;
  readonly log: TelephonyLog;
}

/** Asterisk's app_queue over AMI; agents' accounts over ARI. */
export class AsteriskQueueNode implements QueueNode, ManagerFollower {
  private readonly translator = new EventTranslator();
  private listener: (event: QueueEvent) => void = () => undefined;
  private current: QueueNodeState = 'down';

  constructor(private readonly parts: AsteriskQueueNodeParts) {}

  get name(): string {
    return this.parts.name;
  }

  state(): QueueNodeState {
    return this.current;
  }

  onQueueEvent(listener: (event: QueueEvent) => void): void {
    this.listener = listener;
  }

  async queues(): Promise<readonly QueueSnapshot[]> {
    return readSnapshot(await this.list({ action: 'QueueStatus' }, 'QueueStatusComplete'));
  }

  async addMember(member: NewMember): Promise<void> {
    checkMember(member);
    const { queue, sipUser, penalty, paused, reason } = member;
    const added = await this.tried({
      action: 'QueueAdd',
      queue: queueInPbx(queue),
      interface: interfaceOf(sipUser),
      membername: endpointOf(sipUser),
      penalty,
      paused,
      reason: reason ?? '',
    });
    if (added) return;
    const present = await this.memberOf(queue, sipUser);
    if (present === undefined) throw new QueueActionRefused(`${sipUser} cannot be a member of "${queue}"`);
    await this.setPenalty(queue, sipUser, penalty);
    await this.ask(pauseAction(sipUser, paused, reason, queue));
  }

  async removeMember(queue: string, sipUser: string): Promise<void> {
    checkQueue(queue);
    checkSipUser(sipUser);
    const removed = await this.tried({
      action: 'QueueRemove',
      queue: queueInPbx(queue),
      interface: interfaceOf(sipUser),
    });
    if (!removed && (await this.memberOf(queue, sipUser))) {
      throw new QueueActionRefused(`${sipUser} stays a member of "${queue}"`);
    }
  }

  async pause(sipUser: string, paused: boolean, reason?: string): Promise<void> {
    checkSipUser(sipUser);
    if (await this.tried(pauseAction(sipUser, paused, reason))) return;
    const queues = await this.queues();
    if (queues.some(({ members }) => members.some((one) => one.sipUser === sipUser))) {
      throw new QueueActionRefused(`${sipUser} cannot be ${paused ? 'paused' : 'made ready'}`);
    }
  }

  async setPenalty(queue: string, sipUser: string, penalty: number): Promise<void> {
    checkMember({ queue, sipUser, penalty, paused: false });
    await this.ask({
      action: 'QueuePenalty',
      queue: queueInPbx(queue),
      interface: interfaceOf(sipUser),
      penalty,
    });
  }

  async provisionAgent(account: SipAccount): Promise<void> {
    checkAccount(account);
    await this.overAri(() => this.parts.accounts.put(account));
  }

  async removeAgent(sipUser: string): Promise<void> {
    checkSipUser(sipUser);
    await this.overAri(() => this.parts.accounts.delete(sipUser));
  }

  async agentPhones(): Promise<readonly AgentPhone[]> {
    const endpoints = await this.list({ action: 'PJSIPShowEndpoints' }, 'EndpointListComplete');
    return endpoints.flatMap((endpoint) => {
      const sipUser = sipUserOf(text(endpoint, 'objectname'));
      return sipUser === undefined ? [] : [{ sipUser, registered: text(endpoint, 'contacts') !== '' }];
    });
  }

  async transfer(sipUser: string, target: TransferTarget, mode: 'blind' | 'attended'): Promise<void> {
    checkTarget(target);
    const call = this.talkOf(sipUser);
    if (target.kind === 'agent' && target.sipUser === sipUser) {
      throw new QueueActionRefused('an agent cannot transfer to itself');
    }
    await this.untilJoined(call);
    if (mode === 'attended') return this.consult(call, target);
    await this.setOnCaller(
      call.callId,
      'TRANSFER_PRIO',
      target.kind === 'queue' ? target.priority : undefined,
    );
    await this.setOnCaller(
      call.callId,
      'TRANSFER_TRUNK',
      target.kind === 'number' ? target.trunk : undefined,
    );
    await this.ask({
      action: 'BlindTransfer',
      channel: call.agentCallId,
      context: TRANSFER_CONTEXT,
      exten: extensionOf(target),
    });
  }

  async cancelTransfer(sipUser: string): Promise<void> {
    await this.ask({ action: 'CancelAtxfer', channel: this.talkOf(sipUser).agentCallId });
  }

  /** Of the PbxManager: how things stand is asked before any event is told. */
  async onOpened(link: QueueManager): Promise<void> {
    this.translator.clear();
    const queues = readSnapshot(await link.list({ action: 'QueueStatus' }, 'QueueStatusComplete'));
    const channels = await link.list({ action: 'CoreShowChannels' }, 'CoreShowChannelsComplete');
    const at = this.parts.scheduler.now();
    for (const live of readLiveTalks(channels)) {
      const queue = await queueOfCaller(link, live.callId);
      if (queue !== undefined) this.translator.talks.begin({ ...live, queue }, at);
    }
    this.enter('up', 'connected');
    this.tell({ type: 'snapshot', queues, talks: this.translator.talks.all(), at });
  }

  onEvent(packet: ManagerPacket): void {
    for (const event of this.translator.translate(packet, this.parts.scheduler.now())) {
      if (event.type === 'transfer-answered') this.nameServingAgent(event);
      this.tell(event);
    }
  }

  onLost(reason: string): void {
    this.translator.clear();
    this.enter('down', reason);
  }

  /** The caller talks with the agent, and the agent's hang-up joins the caller with the target. */
  private async consult(call: AgentsCall, target: TransferTarget): Promise<void> {
    const exten = digitsOf(target);
    if (exten === undefined) throw new QueueActionRefused('that target cannot be consulted first');
    await this.ask({ action: 'Atxfer', channel: call.agentCallId, context: CONSULT_CONTEXT, exten });
    this.translator.talks.consults(call.agentCallId);
  }

  /** app_queue tells of a talk a moment before the two are joined; a transfer ordered before that would be lost. */
  private async untilJoined({ sipUser, agentCallId }: AgentsCall): Promise<void> {
    for (let look = 0; look < JOIN_LOOKS; look += 1) {
      const [status] = await this.list({ action: 'Status', channel: agentCallId }, 'StatusComplete');
      if (status !== undefined && text(status, 'bridgeid') !== '') return;
      await new Promise<void>((resolve) => this.parts.scheduler.after(JOIN_LOOK_MS, resolve));
    }
    throw new NoSuchCall(sipUser);
  }

  private talkOf(sipUser: string): AgentsCall {
    checkSipUser(sipUser);
    if (this.current === 'down') throw this.unreachable(false);
    const call = this.translator.talks.ofAgent(sipUser);
    if (call === undefined) throw new NoSuchCall(sipUser);
    return call;
  }

  private async memberOf(queue: string, sipUser: string): Promise<MemberSnapshot | undefined> {
    const queues = await this.queues();
    return queues.find((one) => one.queue === queue)?.members.find((one) => one.sipUser === sipUser);
  }

  private async setOnCaller(
    callId: string,
    variable: string,
    value: string | number | undefined,
  ): Promise<void> {
    await this.ask({ action: 'Setvar', channel: callId, variable, value: value ?? '' });
  }

  /** What the dialplan says at the end of who served; of an attended transfer it does not know by itself. */
  private nameServingAgent({ callId, sipUser }: AgentsCall): void {
    this.setOnCaller(callId, 'QUEUE_AGENT', sipUser).catch((err: unknown) =>
      this.parts.log.warn('the serving agent could not be noted', { node: this.name, callId, err }),
    );
  }

  /** False when the PBX refused. */
  private async tried(action: ManagerAction): Promise<boolean> {
    try {
      await this.ask(action);
      return true;
    } catch (error) {
      if (error instanceof QueueActionRefused) return false;
      throw error;
    }
  }

  private async ask(action: ManagerAction): Promise<void> {
    await this.overAmi((manager) => manager.ask(action));
  }

  private list(action: ManagerAction, lastEvent: string): Promise<readonly ManagerPacket[]> {
    return this.overAmi((manager) => manager.list(action, lastEvent));
  }

  private async overAmi<T>(work: (manager: QueueManager) => Promise<T>): Promise<T> {
    const { manager } = this.parts;
    if (manager === undefined || this.current === 'down') throw this.unreachable(false);
    try {
      return await work(manager);
    } catch (cause) {
      if (cause instanceof ManagerActionFailed && cause.answered) {
        throw new QueueActionRefused(cause.message, { cause });
      }
      throw this.unreachable(!(cause instanceof ManagerActionFailed), cause);
    }
  }

  private async overAri(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (cause) {
      if (cause instanceof AriUnanswered) throw this.unreachable(cause.sent, cause);
      throw new QueueActionRefused(cause instanceof Error ? cause.message : String(cause), { cause });
    }
  }

  private unreachable(sent: boolean, cause?: unknown): QueueNodeUnreachable {
    const why = cause instanceof Error ? cause.message : `queue node is ${this.current}`;
    return new QueueNodeUnreachable(`${this.name}: ${why}`, sent, { cause });
  }

  private enter(state: QueueNodeState, reason: string): void {
    if (state === this.current) return;
    this.current = state;
    this.parts.log.info('queue node state', { node: this.name, state, reason });
    this.tell({ type: 'queue-node-state', state, reason, at: this.parts.scheduler.now() });
  }

  private tell(event: QueueEvent): void {
    try {
      this.listener(event);
    } catch (err) {
      this.parts.log.error('a queue listener failed', { node: this.name, event: event.type, err });
    }
  }
}

function pauseAction(
  sipUser: string,
  paused: boolean,
  reason: string | undefined,
  queue?: string,
): ManagerAction {
  return {
    action: 'QueuePause',
    ...(queue === undefined ? {} : { queue: queueInPbx(queue) }),
    interface: interfaceOf(sipUser),
    paused,
    reason: reason ?? '',
  };
}

async function queueOfCaller(link: QueueManager, callId: string): Promise<string | undefined> {
  try {
    const answer = await link.ask({ action: 'Getvar', channel: callId, variable: 'QUEUE_NAME' });
    return text(answer, 'value') || undefined;
  } catch (error) {
    // The call has ended since it was listed.
    if (error instanceof ManagerActionFailed && error.answered) return undefined;
    throw error;
  }
}
