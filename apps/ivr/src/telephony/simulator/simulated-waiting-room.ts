import type { AgentsCall, WaitingCaller } from '../queue-node.port';
import type { Scheduler } from '../scheduler';
import type { QueueLeftReason } from '../telephony.port';
import type { SimulatedFloor } from './simulated-floor';
import { seconds, type SimulatedWaiting, type TellQueueEvent } from './simulated-phone';

/** As in deploy/asterisk/conf/queues.conf; milliseconds, callers. */
const RING = 12_000;
const RETRY = 1_000;
const MAX_WAITING = 200;
const ANSWER = 1_000;

interface Waiting extends SimulatedWaiting {
  readonly since: number;
  readonly order: number;
  ringing: AgentsCall | undefined;
  readonly timers: (() => void)[];
}

export interface WaitingRoomParts {
  readonly scheduler: Scheduler;
  readonly floor: SimulatedFloor;
  readonly tell: TellQueueEvent;
  readonly newLeg: () => string;
  readonly onConnected: (call: AgentsCall, waitedSeconds: number) => void;
  readonly onLeft: (callId: string, queue: string, reason: QueueLeftReason) => void;
}

/** Callers who wait, and the phones that ring for them. */
export class SimulatedWaitingRoom {
  private waiting: Waiting[] = [];
  private serial = 0;

  constructor(private readonly parts: WaitingRoomParts) {}

  join(order: SimulatedWaiting): void {
    const { scheduler, floor, tell, onLeft } = this.parts;
    const { callId, queue, maxWaitSeconds } = order;
    if (!floor.anybody(queue)) return onLeft(callId, queue, 'empty');
    if (this.of(queue).length >= MAX_WAITING) return onLeft(callId, queue, 'full');
    const since = scheduler.now();
    const waiting: Waiting = { ...order, since, order: (this.serial += 1), ringing: undefined, timers: [] };
    this.waiting.push(waiting);
    this.waiting.sort((a, b) => b.priority - a.priority || a.order - b.order);
    tell({ type: 'caller-joined', callId, queue, position: this.of(queue).indexOf(waiting) + 1 });
    waiting.timers.push(scheduler.after(maxWaitSeconds * 1_000, () => this.giveUp(callId, 'timeout')));
    this.distribute();
  }

  /** The caller leaves by itself; false when it does not wait. */
  giveUp(callId: string, reason: QueueLeftReason): boolean {
    const waiting = this.remove(callId);
    if (waiting === undefined) return false;
    this.parts.onLeft(callId, waiting.queue, reason);
    this.distribute();
    return true;
  }

  /** The caller hangs up; false when it does not wait. */
  abandon(callId: string): boolean {
    const position = this.positionOf(callId);
    const waiting = this.remove(callId);
    if (waiting === undefined) return false;
    const { queue, since } = waiting;
    const waitedSeconds = seconds(this.parts.scheduler.now() - since);
    this.parts.tell({ type: 'caller-abandoned', callId, queue, waitedSeconds, position });
    this.distribute();
    return true;
  }

  /** Rings the next phone for everybody who waits and for whom there is one. */
  distribute(): void {
    for (const waiting of [...this.waiting]) {
      if (waiting.ringing !== undefined) continue;
      const sipUser = this.parts.floor.take(waiting.queue, this.parts.scheduler.now());
      if (sipUser !== undefined) this.ring(waiting, sipUser);
    }
  }

  /** Lets out whom nobody can serve any more. */
  emptyOut(): void {
    for (const { callId, queue } of [...this.waiting]) {
      if (!this.parts.floor.anybody(queue)) this.giveUp(callId, 'empty');
    }
  }

  shown(queue: string): readonly WaitingCaller[] {
    const now = this.parts.scheduler.now();
    return this.of(queue).map(({ callId, priority, since }, index) => ({
      callId,
      position: index + 1,
      priority,
      waitedSeconds: seconds(now - since),
    }));
  }

  private of(queue: string): readonly Waiting[] {
    return this.waiting.filter((one) => one.queue === queue);
  }

  private positionOf(callId: string): number {
    const queue = this.waiting.find((one) => one.callId === callId)?.queue ?? '';
    return this.of(queue).findIndex((one) => one.callId === callId) + 1;
  }

  private remove(callId: string): Waiting | undefined {
    const waiting = this.waiting.find((one) => one.callId === callId);
    if (waiting === undefined) return undefined;
    waiting.timers.forEach((cancel) => cancel());
    this.waiting = this.waiting.filter((one) => one !== waiting);
    const call = waiting.ringing;
    if (call !== undefined) {
      waiting.ringing = undefined;
      this.parts.tell({ type: 'ring-ended', ...call });
      this.parts.floor.setPhone(call.sipUser, 'idle');
    }
    return waiting;
  }

  private ring(waiting: Waiting, sipUser: string): void {
    const { scheduler, floor, tell, newLeg } = this.parts;
    const { callId, queue } = waiting;
    const call: AgentsCall = { callId, queue, sipUser, agentCallId: newLeg() };
    waiting.ringing = call;
    tell({ type: 'agent-called', ...call });
    floor.setPhone(sipUser, 'ringing');
    const { answerAfterMs = ANSWER, declines = false } = floor.mannerOf(sipUser) ?? {};
    const answers = !declines && answerAfterMs < RING;
    const ringMs = answers ? answerAfterMs : declines ? 0 : RING;
    const decided = (): void => {
      if (waiting.ringing !== call) return;
      if (answers) this.connect(waiting, call, ringMs);
      else this.inVain(waiting, call, ringMs);
    };
    waiting.timers.push(scheduler.after(ringMs, decided));
  }

  private connect(waiting: Waiting, call: AgentsCall, ringMs: number): void {
    waiting.ringing = undefined;
    this.remove(call.callId);
    const waitedSeconds = seconds(this.parts.scheduler.now() - waiting.since);
    this.parts.tell({ type: 'agent-connected', ...call, waitedSeconds, ringSeconds: seconds(ringMs) });
    this.parts.onConnected(call, waitedSeconds);
  }

  private inVain(waiting: Waiting, { callId, queue, sipUser }: AgentsCall, ringMs: number): void {
    const { scheduler, floor, tell } = this.parts;
    waiting.ringing = undefined;
    tell({ type: 'ring-no-answer', callId, queue, sipUser, ringSeconds: seconds(ringMs) });
    floor.setPhone(sipUser, 'idle', scheduler.now() + RETRY);
    waiting.timers.push(scheduler.after(RETRY, () => this.distribute()));
  }
}
