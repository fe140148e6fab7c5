import type { CallEvent, EnqueueOrder, QueueLeftReason } from '../telephony.port';
import { GENERAL_QUEUE, type QueueFateOf } from './queue-fate';
import type { SimulatedCall } from './simulated-call';
import type { SubscriberScript } from './subscriber-script';

/** Seconds that a caller is held for us without `keepAlive`, as in deploy/asterisk. */
const HELD_SECONDS = 45;
/** Milliseconds of a talk with a number to which a caller was transferred. */
const TRANSFERRED_TALK_MS = 30_000;

export interface CallerSurroundings {
  readonly emit: (event: CallEvent) => void;
  readonly queueFate: QueueFateOf;
  /** Whether a process of ours is there to take callers. */
  readonly isServed: () => boolean;
}

/** The dialplan's side of one incoming call: whose hands it is in, and for how long. */
export class SimulatedCaller {
  private cancelHold: () => void = () => undefined;
  private cancelQueue: () => void = () => undefined;
  private queue = '';

  constructor(
    readonly call: SimulatedCall,
    /** Empty when withheld or forgotten. */
    public from: string,
    readonly to: string,
    readonly script: SubscriberScript,
    private readonly surroundings: CallerSurroundings,
  ) {}

  /** From the trunk: to us, or to the queue when nobody of ours is there. */
  comeIn(): void {
    const { call, from, to } = this;
    if (!this.surroundings.isServed()) return this.queueUp(GENERAL_QUEUE);
    this.surroundings.emit({ type: 'incoming', callId: call.id, from, to, entry: 'line', at: call.now() });
    this.keepAlive(HELD_SECONDS);
  }

  /** Whose time runs out is queued: nobody hears silence for ever. */
  keepAlive(seconds: number): void {
    this.cancelHold();
    this.cancelHold = this.call.after(seconds * 1_000, () => {
      this.leave('timed-out');
      this.queueUp(GENERAL_QUEUE);
    });
  }

  enqueue(order: EnqueueOrder): void {
    this.leave('enqueued');
    this.queueUp(order);
  }

  /** A number that does not answer leads to the queue. */
  transfer(target: SubscriberScript): void {
    this.leave('transferred');
    if (target.fate === 'answers') {
      this.call.after(target.ringMs + (target.hangUpMs ?? TRANSFERRED_TALK_MS), () => this.call.end());
    } else {
      this.call.after(target.fate === 'fails' ? target.afterMs : HELD_SECONDS * 1_000, () =>
        this.queueUp(GENERAL_QUEUE),
      );
    }
  }

  /** The queue is done with the caller; one whom nobody of ours can take hears an apology and the end. */
  leaveQueue(reason: QueueLeftReason, agent?: string): void {
    const { call, from, to, queue } = this;
    if (call.ended || !call.away) return;
    this.cancelQueue();
    if (!this.surroundings.isServed()) return call.end();
    call.go(false);
    const served = agent === undefined ? {} : { agent };
    const at = call.now();
    this.surroundings.emit({
      type: 'incoming',
      callId: call.id,
      from,
      to,
      entry: 'queue-left',
      queue,
      reason,
      ...served,
      at,
    });
    this.surroundings.emit({ type: 'answered', callId: call.id, at });
    this.keepAlive(HELD_SECONDS);
  }

  private leave(why: Extract<CallEvent, { type: 'left' }>['why']): void {
    this.cancelHold();
    this.call.go(true);
    this.surroundings.emit({ type: 'left', callId: this.call.id, why, at: this.call.now() });
  }

  private queueUp(order: EnqueueOrder): void {
    const { call } = this;
    this.queue = order.queue;
    call.away = true;
    call.answer(this.script);
    const fate = this.surroundings.queueFate(call.id, order);
    switch (fate.fate) {
      case 'open':
        return;
      case 'served':
        this.cancelQueue = call.after(fate.waitMs + fate.talkMs, () => this.leaveQueue('served', fate.agent));
        return;
      case 'unserved':
        this.cancelQueue = call.after(fate.waitMs, () => this.leaveQueue(fate.reason));
    }
  }
}
