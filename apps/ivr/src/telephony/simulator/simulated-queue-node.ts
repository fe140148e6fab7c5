import {
  NoSuchCall,
  QueueActionRefused,
  QueueNodeUnreachable,
  type AgentPhone,
  type AgentsCall,
  type MemberSnapshot,
  type NewMember,
  type PhoneState,
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
import type { PhoneManner, SimulatedWaiting } from './simulated-phone';

export interface SimulatedQueueNodeOptions {
  readonly name: string;
  readonly queues: readonly string[];
  readonly scheduler: Scheduler;
  /** A caller goes on after the queue, e.g. SimulatedNode.leaveQueue. */
  readonly onLeft?: (callId: string, reason: QueueLeftReason, agent: string | undefined) => void;
  readonly onListenerError?: (error: unknown) => void;
}

/** As in deploy/asterisk/conf/queues.conf; milliseconds. */
const RING = 12_000;
const RETRY = 1_000;
const WRAP_UP = 5_000;
const MAX_WAITING = 200;
/** A transferred caller is before all who wait. */
const TRANSFERRED = 1_000;

type Event = QueueEvent extends infer One ? (One extends QueueEvent ? Omit<One, 'at'> : never) : never;

interface Member {
  readonly queue: string;
  readonly sipUser: string;
  penalty: number;
  paused: boolean;
  reason: string;
  callsTaken: number;
}

interface Phone {
  readonly manner: PhoneManner;
  state: PhoneState;
  freeFrom: number;
  lastCall: number;
}

interface Waiting extends SimulatedWaiting {
  readonly since: number;
  readonly order: number;
  ringing: (AgentsCall & { readonly at: number }) | undefined;
  readonly timers: (() => void)[];
}

interface Talk {
  readonly call: AgentsCall;
  readonly kind: 'queue' | 'transfer';
  readonly since: number;
  readonly waitedSeconds: number;
  heldMs: number;
  heldSince: number | undefined;
  readonly timers: (() => void)[];
}

const seconds = (ms: number): number => Math.floor(ms / 1_000);

/** Queues, agents and their phones under the port's rules, on the scheduler's time. */
export class SimulatedQueueNode implements QueueNode {
  private readonly members: Member[] = [];
  private readonly accounts = new Set<string>();
  private readonly phones = new Map<string, Phone>();
  private waiting: Waiting[] = [];
  private readonly talks = new Map<string, Talk>();
  private listener: (event: QueueEvent) => void = () => undefined;
  private current: QueueNodeState = 'down';
  private serial = 0;

  constructor(private readonly options: SimulatedQueueNodeOptions) {}

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
    const talks = [...this.talks.values()].map(({ call }) => call);
    this.tell({ type: 'snapshot', queues: this.snapshot(), talks });
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

  async addMember(wanted: NewMember): Promise<void> {
    this.reach();
    checkMember(wanted);
    const { queue, sipUser, penalty, paused, reason = '' } = wanted;
    if (!this.options.queues.includes(queue)) throw new QueueActionRefused(`there is no queue "${queue}"`);
    let member = this.memberOf(queue, sipUser);
    if (member === undefined) {
      member = { queue, sipUser, penalty, paused, reason, callsTaken: 0 };
      this.members.push(member);
    }
    Object.assign(member, { penalty, paused, reason: paused ? reason : '' });
    this.tellMember(member);
    this.distribute();
  }

  async removeMember(queue: string, sipUser: string): Promise<void> {
    this.reach();
    checkQueue(queue);
    checkSipUser(sipUser);
    const index = this.members.findIndex((one) => one.queue === queue && one.sipUser === sipUser);
    if (index < 0) return;
    this.members.splice(index, 1);
    this.tell({ type: 'member-removed', queue, sipUser });
    this.emptyQueues();
  }

  async pause(sipUser: string, paused: boolean, reason = ''): Promise<void> {
    this.reach();
    checkSipUser(sipUser);
    for (const member of this.members.filter((one) => one.sipUser === sipUser)) {
      Object.assign(member, { paused, reason: paused ? reason : '' });
      this.tellMember(member);
    }
    this.distribute();
  }

  async setPenalty(queue: string, sipUser: string, penalty: number): Promise<void> {
    this.reach();
    checkMember({ queue, sipUser, penalty, paused: false });
    const member = this.memberOf(queue, sipUser);
    if (member === undefined) throw new QueueActionRefused(`${sipUser} is no member of "${queue}"`);
    member.penalty = penalty;
    this.tellMember(member);
  }

  async provisionAgent(account: SipAccount): Promise<void> {
    checkAccount(account);
    this.accounts.add(account.sipUser);
  }

  async removeAgent(sipUser: string): Promise<void> {
    checkSipUser(sipUser);
    this.accounts.delete(sipUser);
    this.unplug(sipUser);
  }

  async agentPhones(): Promise<readonly AgentPhone[]> {
    this.reach();
    return [...this.accounts].map((sipUser) => ({ sipUser, registered: this.phones.has(sipUser) }));
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
    this.endTalk(talk, 'transfer');
    switch (target.kind) {
      case 'agent':
        return this.ringForTransfer(callId, queue, target.sipUser);
      case 'queue':
        return this.join({
          callId,
          queue: target.queue,
          priority: target.priority ?? TRANSFERRED,
          maxWaitSeconds: 900,
        });
      case 'number':
        return this.leave(callId, queue, 'served', sipUser);
    }
  }

  async cancelTransfer(sipUser: string): Promise<void> {
    this.reach();
    this.talkOf(sipUser);
  }

  /** An agent's phone is registered. @throws Error when there is no such account */
  plugIn(sipUser: string, manner: PhoneManner = {}): void {
    if (!this.accounts.has(sipUser)) throw new Error(`agent ${sipUser} has no account`);
    this.phones.set(sipUser, { manner, state: 'idle', freeFrom: 0, lastCall: 0 });
    this.tell({ type: 'phone-registered', sipUser });
    this.tellMembersOf(sipUser);
    this.distribute();
  }

  unplug(sipUser: string): void {
    if (!this.phones.delete(sipUser)) return;
    this.tell({ type: 'phone-unregistered', sipUser });
    this.tellMembersOf(sipUser);
    this.emptyQueues();
  }

  /** A caller is put into a queue. */
  join(order: SimulatedWaiting): void {
    const { callId, queue, maxWaitSeconds } = order;
    if (!this.options.queues.includes(queue)) return this.leave(callId, queue, 'unavailable');
    if (!this.anybody(queue)) return this.leave(callId, queue, 'empty');
    const inQueue = this.waiting.filter((one) => one.queue === queue);
    if (inQueue.length >= MAX_WAITING) return this.leave(callId, queue, 'full');
    const waiting: Waiting = {
      ...order,
      since: this.options.scheduler.now(),
      order: (this.serial += 1),
      ringing: undefined,
      timers: [],
    };
    this.waiting.push(waiting);
    this.waiting.sort((a, b) => b.priority - a.priority || a.order - b.order);
    const position = this.waiting.filter((one) => one.queue === queue).indexOf(waiting) + 1;
    this.tell({ type: 'caller-joined', callId, queue, position });
    this.later(waiting.timers, maxWaitSeconds * 1_000, () => this.giveUpWaiting(waiting, 'timeout'));
    this.distribute();
  }

  /** The caller presses 1 in the queue. */
  pressOne(callId: string): void {
    const waiting = this.waiting.find((one) => one.callId === callId);
    if (waiting !== undefined) this.giveUpWaiting(waiting, 'call-back');
  }

  /** The caller hangs up, waiting or talking. */
  callerHangsUp(callId: string): void {
    const waiting = this.waiting.find((one) => one.callId === callId);
    if (waiting !== undefined) {
      const position = this.waiting.filter((one) => one.queue === waiting.queue).indexOf(waiting) + 1;
      this.remove(waiting);
      const { queue, since } = waiting;
      const waitedSeconds = seconds(this.options.scheduler.now() - since);
      this.tell({ type: 'caller-abandoned', callId, queue, waitedSeconds, position });
      return this.distribute();
    }
    const talk = [...this.talks.values()].find(({ call }) => call.callId === callId);
    if (talk !== undefined) this.endTalk(talk, 'caller');
  }

  private distribute(): void {
    for (const waiting of this.waiting) {
      if (waiting.ringing !== undefined) continue;
      const member = this.nextMember(waiting.queue);
      if (member !== undefined) this.ring(waiting, member);
    }
  }

  /** Lowest penalty, then who has been free longest. */
  private nextMember(queue: string): Member | undefined {
    const now = this.options.scheduler.now();
    const free = this.members.filter((one) => {
      const phone = this.phones.get(one.sipUser);
      return one.queue === queue && !one.paused && phone?.state === 'idle' && phone.freeFrom <= now;
    });
    const lastCall = ({ sipUser }: Member): number => this.phones.get(sipUser)?.lastCall ?? 0;
    return free.sort((a, b) => a.penalty - b.penalty || lastCall(a) - lastCall(b))[0];
  }

  private ring(waiting: Waiting, { sipUser }: Member): void {
    const phone = this.phones.get(sipUser);
    if (phone === undefined) return;
    const at = this.options.scheduler.now();
    const { callId, queue } = waiting;
    const call = { callId, queue, sipUser, agentCallId: `${this.name}-leg-${(this.serial += 1)}` };
    waiting.ringing = { ...call, at };
    phone.lastCall = at;
    this.tell({ type: 'agent-called', ...call });
    this.setPhone(sipUser, 'ringing');
    const { answerAfterMs = 1_000, declines = false } = phone.manner;
    const answers = !declines && answerAfterMs < RING;
    const stillRings = (then: () => void) => () => {
      if (waiting.ringing?.agentCallId === call.agentCallId) then();
    };
    if (answers)
      this.later(
        waiting.timers,
        answerAfterMs,
        stillRings(() => this.connectTalk(waiting, call)),
      );
    else
      this.later(
        waiting.timers,
        declines ? 0 : RING,
        stillRings(() => this.ringInVain(waiting, call, at)),
      );
  }

  private ringInVain(waiting: Waiting, { agentCallId: _leg, ...call }: AgentsCall, since: number): void {
    waiting.ringing = undefined;
    const ringSeconds = seconds(this.options.scheduler.now() - since);
    this.tell({ type: 'ring-no-answer', ...call, ringSeconds });
    this.setPhone(call.sipUser, 'idle');
    const phone = this.phones.get(call.sipUser);
    if (phone !== undefined) phone.freeFrom = this.options.scheduler.now() + RETRY;
    this.later(waiting.timers, RETRY, () => this.distribute());
  }

  private connectTalk(waiting: Waiting, call: AgentsCall): void {
    const now = this.options.scheduler.now();
    const ringSeconds = seconds(now - (waiting.ringing?.at ?? now));
    const waitedSeconds = seconds(now - waiting.since);
    waiting.ringing = undefined;
    this.remove(waiting);
    this.tell({ type: 'agent-connected', ...call, waitedSeconds, ringSeconds });
    this.beginTalk(call, 'queue', waitedSeconds);
  }

  private beginTalk(call: AgentsCall, kind: Talk['kind'], waitedSeconds: number): void {
    const since = this.options.scheduler.now();
    const talk: Talk = { call, kind, since, waitedSeconds, heldMs: 0, heldSince: undefined, timers: [] };
    this.talks.set(call.sipUser, talk);
    this.setPhone(call.sipUser, 'talking');
    const { talkMs, hold } = this.phones.get(call.sipUser)?.manner ?? {};
    if (hold !== undefined) {
      this.later(talk.timers, hold.afterMs, () => this.hold(talk));
      this.later(talk.timers, hold.afterMs + hold.forMs, () => this.resume(talk));
    }
    if (talkMs !== undefined) this.later(talk.timers, talkMs, () => this.endTalk(talk, 'agent'));
  }

  private hold(talk: Talk): void {
    talk.heldSince = this.options.scheduler.now();
    this.tell({ type: 'held', ...talk.call });
  }

  private resume(talk: Talk): void {
    if (talk.heldSince === undefined) return;
    talk.heldMs += this.options.scheduler.now() - talk.heldSince;
    talk.heldSince = undefined;
    this.tell({ type: 'resumed', ...talk.call });
  }

  private endTalk(talk: Talk, endedBy: 'caller' | 'agent' | 'transfer'): void {
    const { call, kind, since, waitedSeconds } = talk;
    const now = this.options.scheduler.now();
    talk.timers.forEach((cancel) => cancel());
    this.talks.delete(call.sipUser);
    const heldMs = talk.heldMs + (talk.heldSince === undefined ? 0 : now - talk.heldSince);
    const talkSeconds = seconds(now - since - heldMs);
    if (kind === 'transfer') this.tell({ type: 'transfer-completed', ...call, talkSeconds });
    else {
      const holdSeconds = seconds(heldMs);
      this.tell({ type: 'agent-completed', ...call, waitedSeconds, talkSeconds, holdSeconds, endedBy });
      const member = this.memberOf(call.queue, call.sipUser);
      if (member !== undefined) member.callsTaken += 1;
    }
    const phone = this.phones.get(call.sipUser);
    if (phone !== undefined) phone.freeFrom = now + WRAP_UP;
    this.setPhone(call.sipUser, 'idle');
    this.later([], WRAP_UP, () => this.distribute());
    if (endedBy === 'agent') this.leave(call.callId, call.queue, 'served', call.sipUser);
  }

  private ringForTransfer(callId: string, queue: string, sipUser: string): void {
    const phone = this.phones.get(sipUser);
    const { answerAfterMs = 1_000, declines = false } = phone?.manner ?? {};
    const answers = phone?.state === 'idle' && !declines && answerAfterMs < RING;
    if (answers) this.setPhone(sipUser, 'ringing');
    this.later([], answers ? answerAfterMs : phone === undefined ? 0 : RING, () => {
      if (!answers) return this.join({ callId, queue, priority: TRANSFERRED, maxWaitSeconds: 900 });
      const call = { callId, queue, sipUser, agentCallId: `${this.name}-leg-${(this.serial += 1)}` };
      this.tell({ type: 'transfer-answered', ...call });
      this.beginTalk(call, 'transfer', 0);
    });
  }

  private giveUpWaiting(waiting: Waiting, reason: QueueLeftReason): void {
    this.remove(waiting);
    this.leave(waiting.callId, waiting.queue, reason);
    this.distribute();
  }

  private remove(waiting: Waiting): void {
    waiting.timers.forEach((cancel) => cancel());
    this.waiting = this.waiting.filter((one) => one !== waiting);
    if (waiting.ringing === undefined) return;
    const { at: _at, ...call } = waiting.ringing;
    waiting.ringing = undefined;
    this.tell({ type: 'ring-ended', ...call });
    this.setPhone(call.sipUser, 'idle');
  }

  private leave(callId: string, queue: string, reason: QueueLeftReason, sipUser?: string): void {
    const agent = sipUser === undefined ? {} : { sipUser };
    this.tell({ type: 'caller-left', callId, queue, reason, ...agent });
    this.options.onLeft?.(callId, reason, sipUser);
  }

  private emptyQueues(): void {
    for (const waiting of this.waiting) {
      if (!this.anybody(waiting.queue)) this.giveUpWaiting(waiting, 'empty');
    }
  }

  private anybody(queue: string): boolean {
    return this.members.some((one) => one.queue === queue && this.phones.has(one.sipUser));
  }

  private talkOf(sipUser: string): Talk {
    checkSipUser(sipUser);
    const talk = this.talks.get(sipUser);
    if (talk === undefined) throw new NoSuchCall(sipUser);
    return talk;
  }

  private memberOf(queue: string, sipUser: string): Member | undefined {
    return this.members.find((one) => one.queue === queue && one.sipUser === sipUser);
  }

  private setPhone(sipUser: string, state: PhoneState): void {
    const phone = this.phones.get(sipUser);
    if (phone === undefined) return;
    phone.state = state;
    this.tellMembersOf(sipUser);
  }

  private tellMembersOf(sipUser: string): void {
    for (const member of this.members) if (member.sipUser === sipUser) this.tellMember(member);
  }

  private tellMember(member: Member): void {
    this.tell({ type: 'member-state', ...this.shown(member) });
  }

  private shown({ reason, ...member }: Member): MemberSnapshot {
    const phone = this.phones.get(member.sipUser)?.state ?? 'unreachable';
    return { ...member, pauseReason: reason, phone };
  }

  private snapshot(): readonly QueueSnapshot[] {
    const now = this.options.scheduler.now();
    return this.options.queues.map((queue) => ({
      queue,
      members: this.members.filter((one) => one.queue === queue).map((one) => this.shown(one)),
      waiting: this.waiting
        .filter((one) => one.queue === queue)
        .map(({ callId, priority, since }, index) => ({
          callId,
          position: index + 1,
          priority,
          waitedSeconds: seconds(now - since),
        })),
    }));
  }

  private later(timers: (() => void)[], ms: number, run: () => void): void {
    timers.push(this.options.scheduler.after(ms, run));
  }

  private reach(): void {
    if (this.current === 'down') {
      throw new QueueNodeUnreachable(`${this.name}: queue node is down`, false);
    }
  }

  private tell(event: Event): void {
    if (this.current === 'down') return;
    try {
      this.listener({ ...event, at: this.options.scheduler.now() });
    } catch (error) {
      this.options.onListenerError?.(error);
    }
  }
}
