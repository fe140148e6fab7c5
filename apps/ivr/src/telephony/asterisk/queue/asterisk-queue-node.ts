import type { ManagerPacket } from 'asterisk-manager';
import {
  QueueActionRefused,
  type AgentPhone,
  type NewMember,
  type QueueEvent,
  type QueueNode,
  type QueueNodeState,
  type QueueSnapshot,
  type SipAccount,
  type TransferTarget,
} from '../../queue-node.port';
import { checkAccount, checkSipUser } from '../../queue-order-check';
import type { Scheduler } from '../../scheduler';
import type { TelephonyLog } from '../../telephony-log';
import { AriUnanswered } from '../ari/ari-http';
import type { ManagerFollower } from '../manager/pbx-manager';
import type { AgentAccounts } from './agent-accounts';
import { isConsultOver } from './dialplan-event';
import { findTalks } from './find-talks';
import { Members } from './members';
import { sipUserOf } from './names';
import { text } from './packet';
import { QueueOrders, type QueueManager } from './queue-orders';
import { readSnapshot } from './snapshot';
import { Transfers } from './transfers';
import { EventTranslator } from './translate-event';

/** Milliseconds in which the queue itself may tell of a talk's end, and who ended it; else the dialplan's word counts. */
const QUEUE_MAY_TELL_WITHIN = 500;

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
  private readonly orders: QueueOrders;
  private readonly members: Members;
  private readonly transfers: Transfers;
  private listener: (event: QueueEvent) => void = () => undefined;
  private current: QueueNodeState = 'down';

  constructor(private readonly parts: AsteriskQueueNodeParts) {
    const { name, manager, scheduler } = parts;
    this.orders = new QueueOrders(name, manager, () => this.current === 'up');
    this.members = new Members(this.orders);
    this.transfers = new Transfers(this.orders, this.translator.talks, scheduler);
  }

  get name(): string {
    return this.parts.name;
  }

  state(): QueueNodeState {
    return this.current;
  }

  onQueueEvent(listener: (event: QueueEvent) => void): void {
    this.listener = listener;
  }

  queues(): Promise<readonly QueueSnapshot[]> {
    return this.members.queues();
  }

  addMember(member: NewMember): Promise<void> {
    return this.members.add(member);
  }

  removeMember(queue: string, sipUser: string): Promise<void> {
    return this.members.remove(queue, sipUser);
  }

  pause(sipUser: string, paused: boolean, reason?: string): Promise<void> {
    return this.members.pause(sipUser, paused, reason);
  }

  setPenalty(queue: string, sipUser: string, penalty: number): Promise<void> {
    return this.members.setPenalty(queue, sipUser, penalty);
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
    const endpoints = await this.orders.list({ action: 'PJSIPShowEndpoints' }, 'EndpointListComplete');
    return endpoints.flatMap((endpoint) => {
      const sipUser = sipUserOf(text(endpoint, 'objectname'));
      return sipUser === undefined ? [] : [{ sipUser, registered: text(endpoint, 'contacts') !== '' }];
    });
  }

  transfer(sipUser: string, target: TransferTarget, mode: 'blind' | 'attended'): Promise<void> {
    return this.transfers.transfer(sipUser, target, mode);
  }

  cancelTransfer(sipUser: string): Promise<void> {
    return this.transfers.cancel(sipUser);
  }

  completeTransfer(sipUser: string): Promise<void> {
    return this.transfers.complete(sipUser);
  }

  /** Of the PbxManager: how things stand is asked before any event is told. */
  async onOpened(link: QueueManager): Promise<void> {
    const { talks } = this.translator;
    this.translator.clear();
    const queues = readSnapshot(await link.list({ action: 'QueueStatus' }, 'QueueStatusComplete'));
    const found = await findTalks(link);
    const at = this.parts.scheduler.now();
    for (const { call, consulting } of found) {
      talks.begin(call, at, undefined, false);
      if (consulting) talks.consults(call.agentCallId, at);
    }
    this.enter('up', 'connected');
    this.tell({ type: 'snapshot', queues, talks: talks.all(), at });
  }

  onEvent(packet: ManagerPacket): void {
    const { scheduler } = this.parts;
    const at = scheduler.now();
    if (isConsultOver(packet)) scheduler.after(QUEUE_MAY_TELL_WITHIN, () => this.translate(packet, at));
    else this.translate(packet, at);
  }

  private translate(packet: ManagerPacket, at: number): void {
    for (const event of this.translator.translate(packet, at)) {
      if (event.type === 'transfer-answered') {
        const { callId } = event;
        this.transfers
          .nameServingAgent(event)
          .catch((err: unknown) =>
            this.parts.log.warn('the serving agent could not be noted', { node: this.name, callId, err }),
          );
      }
      this.tell(event);
    }
  }

  onLost(reason: string): void {
    this.translator.clear();
    this.enter('down', reason);
  }

  private async overAri(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (cause) {
      if (cause instanceof AriUnanswered) throw this.orders.unreachable(cause.sent, cause);
      throw new QueueActionRefused(cause instanceof Error ? cause.message : String(cause), { cause });
    }
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
