import {
  NoSuchCall,
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
import { checkAccount, checkMember, checkQueue, checkSipUser, checkTarget } from '../queue-order-check';
import type { Scheduler } from '../scheduler';
import type { QueueLeftReason } from '../telephony.port';
import { SimulatedFloor } from './simulated-floor';
import type { PhoneManner, SimulatedWaiting, TellQueueEvent } from './simulated-phone';
import { SimulatedTalks, WRAP_UP, type SimulatedTalk } from './simulated-talks';
import { SimulatedWaitingRoom } from './simulated-waiting-room';

export interface SimulatedQueueNodeOptions {
  readonly name: string;
  readonly queues: readonly string[];
  readonly scheduler: Scheduler;
  /** A caller goes on after the queue, e.g. SimulatedNode.leaveQueue. */
  readonly onLeft?: (callId: string, reason: QueueLeftReason, agent: string | undefined) => void;
  readonly onListenerError?: (error: unknown) => void;
}

/** As in deploy/asterisk/conf/extensions-queue.conf: milliseconds, priority, seconds. */
const TRANSFER_RING = 12_000;
const TRANSFERRED = 1_000;
const MAX_WAIT = 900;

/** Queues, agents and their phones under the port's rules, on the scheduler's time. */
export class SimulatedQueueNode implements QueueNode {
  private readonly floor: SimulatedFloor;
  private readonly talks: SimulatedTalks;
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
      onAgentHungUp: ({ callId, queue, sipUser }) => this.leave(callId, queue, 'served', sipUser),
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
    checkTarget(target);
    if (target.kind === 'agent' && target.sipUser === sipUser) {
      throw new QueueActionRefused('an agent cannot transfer to itself');
    }
    if (mode === 'attended' && target.kind === 'queue') {
      throw new QueueActionRefused('that target cannot be consulted first');
    }
    const talk = this.talkOf(sipUser);
    const { callId, queue } = talk.call;
    this.tell({ type: 'transferred', callId, queue, from: sipUser, target, mode });
    this.talks.end(talk, 'transfer');
    switch (target.kind) {
      case 'agent':
        return this.ringForTransfer(callId, queue, target.sipUser);
      case 'queue':
        return this.rejoin(callId, target.queue, target.priority);
      case 'number':
        return this.leave(callId, queue, 'served', sipUser);
    }
  }

  /** Consultations are over at once here: there is none to end. */
  async cancelTransfer(sipUser: string): Promise<void> {
    this.reach();
    this.talkOf(sipUser);
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
    this.talks.end(talk, 'caller');
    this.distributeAfterWrapUp();
  }

  private ringForTransfer(callId: string, queue: string, sipUser: string): void {
    const manner = this.floor.mannerOf(sipUser);
    const { answerAfterMs = 1_000, declines = false } = manner ?? {};
    const answers = this.floor.isIdle(sipUser) && !declines && answerAfterMs < TRANSFER_RING;
    if (answers) this.floor.setPhone(sipUser, 'ringing');
    const ringMs = answers ? answerAfterMs : manner === undefined || declines ? 0 : TRANSFER_RING;
    this.options.scheduler.after(ringMs, () => {
      if (!answers) return this.rejoin(callId, queue);
      const call = { callId, queue, sipUser, agentCallId: this.newLeg() };
      this.tell({ type: 'transfer-answered', ...call });
      this.talks.begin(call);
    });
    this.distributeAfterWrapUp();
  }

  private rejoin(callId: string, queue: string, priority = TRANSFERRED): void {
    this.join({ callId, queue, priority, maxWaitSeconds: MAX_WAIT });
    this.distributeAfterWrapUp();
  }

  private leave(callId: string, queue: string, reason: QueueLeftReason, sipUser?: string): void {
    this.tell({ type: 'caller-left', callId, queue, reason, ...(sipUser === undefined ? {} : { sipUser }) });
    this.options.onLeft?.(callId, reason, sipUser);
    if (reason === 'served') this.distributeAfterWrapUp();
  }

  private distributeAfterWrapUp(): void {
    this.options.scheduler.after(WRAP_UP, () => this.room.distribute());
  }

  private talkOf(sipUser: string): SimulatedTalk {
    checkSipUser(sipUser);
    const talk = this.talks.ofAgent(sipUser);
    if (talk === undefined) throw new NoSuchCall(sipUser);
    return talk;
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
