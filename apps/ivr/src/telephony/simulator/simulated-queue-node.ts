import {
  QueueActionRefused,
  QueueNodeUnreachable,
  type AgentPhone,
  type NewMember,
  type QueueEvent,
  type QueueNode,
  type QueueNodeState,
  type QueueSnapshot,
  type SipAccount,
  type TransferTarget,
} from '../queue-node.port';
import { checkAccount, checkMember, checkQueue, checkSipUser } from '../queue-order-check';
import type { Scheduler } from '../scheduler';
import type { QueueLeftReason } from '../telephony.port';
import { SimulatedFloor } from './simulated-floor';
import type { PhoneManner, SimulatedWaiting, TellQueueEvent } from './simulated-phone';
import { SimulatedTalks, WRAP_UP, type SimulatedTalk } from './simulated-talks';
import { SimulatedTransfers } from './simulated-transfers';
import { SimulatedWaitingRoom } from './simulated-waiting-room';

export interface SimulatedQueueNodeOptions {
  readonly name: string;
  readonly queues: readonly string[];
  readonly scheduler: Scheduler;
  /** A caller goes on after the queue, e.g. SimulatedNode.leaveQueue. */
  readonly onLeft?: (callId: string, reason: QueueLeftReason, agent: string | undefined) => void;
  readonly onListenerError?: (error: unknown) => void;
}

/** Queues, agents and their phones under the port's rules, on the scheduler's time. */
export class SimulatedQueueNode implements QueueNode {
  private readonly floor: SimulatedFloor;
  private readonly talks: SimulatedTalks;
  private readonly transfers: SimulatedTransfers;
  private readonly room: SimulatedWaitingRoom;
  private listener: (event: QueueEvent) => void = () => undefined;
  private current: QueueNodeState = 'down';
  private legs = 0;

  constructor(private readonly options: SimulatedQueueNodeOptions) {
    const { scheduler } = options;
    const { tell } = this;
    const floor = new SimulatedFloor(tell);
    this.floor = floor;
    this.talks = new SimulatedTalks({
      scheduler,
      floor,
      tell,
      onAgentHangsUp: (talk) => this.agentHangsUp(talk),
    });
    this.transfers = new SimulatedTransfers({
      scheduler,
      floor,
      talks: this.talks,
      tell,
      newLeg: () => this.newLeg(),
      join: (order) => this.join(order),
      served: ({ callId, queue, sipUser }) => this.leave(callId, queue, 'served', sipUser),
      agentLeaves: () => this.distributeAfterWrapUp(),
    });
    this.room = new SimulatedWaitingRoom({
      scheduler,
      floor,
      tell,
      newLeg: () => this.newLeg(),
      onConnected: (call, waitedSeconds) => this.talks.begin(call, waitedSeconds),
      onLeft: (callId, queue, reason) => this.leave(callId, queue, reason),
    });
  }

  get name(): string {
    return this.options.name;
  }

  state(): QueueNodeState {
    return this.current;
  }

  onQueueEvent(listener: (event: QueueEvent) => void): void {
    this.listener = listener;
  }

  connect(): void {
    if (this.current === 'up') return;
    this.current = 'up';
    this.tell({ type: 'queue-node-state', state: 'up', reason: 'connected' });
    this.tell({ type: 'snapshot', queues: this.snapshot(), talks: this.talks.all() });
  }

  /** The link breaks; callers and agents go on, unheard. */
  loseLink(): void {
    if (this.current === 'down') return;
    this.tell({ type: 'queue-node-state', state: 'down', reason: 'connection lost' });
    this.current = 'down';
  }

  async queues(): Promise<readonly QueueSnapshot[]> {
    this.reach();
    return this.snapshot();
  }

  async addMember(member: NewMember): Promise<void> {
    this.reach();
    checkMember(member);
    if (!this.options.queues.includes(member.queue)) {
      throw new QueueActionRefused(`there is no queue "${member.queue}"`);
    }
    this.floor.put(member);
    this.room.distribute();
  }

  async removeMember(queue: string, sipUser: string): Promise<void> {
    this.reach();
    checkQueue(queue);
    checkSipUser(sipUser);
    this.floor.remove(queue, sipUser);
    this.room.emptyOut();
  }

  async pause(sipUser: string, paused: boolean, reason = ''): Promise<void> {
    this.reach();
    checkSipUser(sipUser);
    this.floor.pause(sipUser, paused, reason);
    this.room.distribute();
  }

  async setPenalty(queue: string, sipUser: string, penalty: number): Promise<void> {
    this.reach();
    checkMember({ queue, sipUser, penalty, paused: false });
    const member = this.floor.find(queue, sipUser);
    if (member === undefined) throw new QueueActionRefused(`${sipUser} is no member of "${queue}"`);
    member.penalty = penalty;
    this.floor.show(member);
  }

  async provisionAgent(account: SipAccount): Promise<void> {
    checkAccount(account);
    this.floor.open(account.sipUser);
  }

  async removeAgent(sipUser: string): Promise<void> {
    checkSipUser(sipUser);
    this.floor.close(sipUser);
    this.room.emptyOut();
  }

  async agentPhones(): Promise<readonly AgentPhone[]> {
    this.reach();
    return this.floor.agentPhones();
  }

  async transfer(sipUser: string, target: TransferTarget, mode: 'blind' | 'attended'): Promise<void> {
    this.reach();
    this.transfers.transfer(sipUser, target, mode);
  }

  async cancelTransfer(sipUser: string): Promise<void> {
    this.reach();
    this.transfers.cancel(sipUser);
  }

  async completeTransfer(sipUser: string): Promise<void> {
    this.reach();
    this.transfers.complete(sipUser);
  }

  /** An agent's phone registers. @throws Error when there is no such account */
  plugIn(sipUser: string, manner: PhoneManner = {}): void {
    this.floor.plugIn(sipUser, manner);
    this.room.distribute();
  }

  unplug(sipUser: string): void {
    this.floor.unplug(sipUser);
    this.room.emptyOut();
  }

  /** A caller is put into a queue. */
  join(order: SimulatedWaiting): void {
    const { callId, queue } = order;
    if (this.options.queues.includes(queue)) this.room.join(order);
    else this.leave(callId, queue, 'unavailable');
  }

  /** The caller presses 1 in the queue. */
  pressOne(callId: string): void {
    this.room.giveUp(callId, 'call-back');
  }

  /** The caller hangs up, waiting or talking. */
  callerHangsUp(callId: string): void {
    if (this.room.abandon(callId)) return;
    const talk = this.talks.ofCaller(callId);
    if (talk === undefined) return;
    this.transfers.callerIsGone(talk);
    this.talks.end(talk, 'caller');
    this.distributeAfterWrapUp();
  }

  private agentHangsUp(talk: SimulatedTalk): void {
    if (this.transfers.agentHangsUp(talk)) return;
    this.talks.end(talk, 'agent');
    const { callId, queue, sipUser } = talk.call;
    this.leave(callId, queue, 'served', sipUser);
  }

  private leave(callId: string, queue: string, reason: QueueLeftReason, sipUser?: string): void {
    this.tell({ type: 'caller-left', callId, queue, reason, ...(sipUser === undefined ? {} : { sipUser }) });
    this.options.onLeft?.(callId, reason, sipUser);
    if (reason === 'served') this.distributeAfterWrapUp();
  }

  private distributeAfterWrapUp(): void {
    this.options.scheduler.after(WRAP_UP, () => this.room.distribute());
  }

  private snapshot(): readonly QueueSnapshot[] {
    return this.options.queues.map((queue) => ({
      queue,
      members: this.floor.membersOf(queue),
      waiting: this.room.shown(queue),
    }));
  }

  private newLeg(): string {
    return `${this.name}-leg-${(this.legs += 1)}`;
  }

  private reach(): void {
    if (this.current === 'down') throw new QueueNodeUnreachable(`${this.name}: queue node is down`, false);
  }

  private readonly tell: TellQueueEvent = (event) => {
    if (this.current === 'down') return;
    try {
      this.listener({ ...event, at: this.options.scheduler.now() });
    } catch (error) {
      this.options.onListenerError?.(error);
    }
  };
}
