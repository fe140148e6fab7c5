import { randomUUID } from 'node:crypto';
import type { CallEvent, OriginateOrder, TelephonyNode } from '../telephony.port';

/** Somebody who calls us, answered or not. */
export interface ContractCaller {
  readonly from: string;
  readonly to: string;
  /** Milliseconds (600 at least) since the answer, or since the key before. */
  readonly keys?: readonly {
    readonly afterMs: number;
    readonly key: string;
    readonly via?: 'rfc4733' | 'info';
  }[];
  /** Seconds after the answer and the keys until the caller hangs up. */
  readonly seconds: number;
}

/** What each implementation brings to the shared spec. */
export interface TelephonyHarness {
  readonly node: TelephonyNode;
  /** A trunk that leads to the lab's subscribers. */
  readonly trunk: string;
  /** Media of about one second, and of ten seconds or more. */
  readonly media: { readonly short: string; readonly long: string };
  /** A queue in which everybody waits in vain. Nobody serves the queue `general`, which lets go of callers soon. */
  readonly vainQueue: string;
  /** Everything that the node has told so far. The harness is the node's listener. */
  readonly events: readonly CallEvent[];
  /** Somebody calls; what becomes of it is told by the node. The caller speaks all the time. */
  readonly callIn: (caller: ContractCaller) => void;
  /** Lets time pass until `holds`; rejects with `what` after `timeoutMs`. */
  until(what: string, holds: () => boolean, timeoutMs: number): Promise<void>;
  close(): Promise<void>;
}

export type EventOf<T extends CallEvent['type']> = Extract<CallEvent, { type: T }>;

/** What the specs say again and again, on the harness that is open. */
export class Contract {
  private opened: TelephonyHarness | undefined;
  private serial = 0;

  get harness(): TelephonyHarness {
    if (this.opened === undefined) throw new Error('the harness is open only during tests and their hooks');
    return this.opened;
  }

  get node(): TelephonyNode {
    return this.harness.node;
  }

  async open(open: () => Promise<TelephonyHarness>): Promise<void> {
    this.opened = await open();
    await this.node.connect(15_000);
  }

  number(fate: string): string {
    return `+8613900${fate}${String((this.serial += 1)).padStart(4, '0')}`;
  }

  order(fate: string, over: Partial<OriginateOrder> = {}): OriginateOrder {
    return {
      callId: randomUUID(),
      number: this.number(fate),
      trunk: this.harness.trunk,
      callerId: '95598',
      ringSeconds: 20,
      reference: `contract-${fate}`,
      ...over,
    };
  }

  of(callId: string): CallEvent[] {
    return this.harness.events.filter((event) => 'callId' in event && event.callId === callId);
  }

  all<T extends CallEvent['type']>(callId: string, type: T): EventOf<T>[] {
    return this.of(callId).filter((event): event is EventOf<T> => event.type === type);
  }

  saw(callId: string, type: CallEvent['type']): boolean {
    return this.all(callId, type).length > 0;
  }

  typesOf(callId: string): string[] {
    return this.of(callId).map(({ type }) => type);
  }

  keysOf(callId: string): string {
    return this.all(callId, 'key')
      .map(({ key }) => key)
      .join('');
  }

  ended(callId: string): EventOf<'ended'> | undefined {
    return this.all(callId, 'ended')[0];
  }

  /** Until the call has told `times` events of that type. */
  async until(callId: string, type: CallEvent['type'], times = 1, timeoutMs = 15_000): Promise<void> {
    const what = `${type} of ${callId} (after ${this.typesOf(callId).join(', ')})`;
    await this.harness.until(what, () => this.all(callId, type).length >= times, timeoutMs);
  }

  /** Calls in, and waits for `incoming`. @returns the call's id */
  async callIn(caller: Partial<ContractCaller> = {}): Promise<string> {
    const from = caller.from ?? this.number('01');
    const before = this.harness.events.length;
    this.harness.callIn({ to: '95598', seconds: 60, ...caller, from });
    const told = (): EventOf<'incoming'> | undefined =>
      this.harness.events
        .slice(before)
        .filter((event): event is EventOf<'incoming'> => event.type === 'incoming')
        .find((event) => event.entry === 'line' && event.from === from);
    await this.harness.until(`a call from ${from}`, () => told() !== undefined, 15_000);
    return told()?.callId ?? '';
  }

  /** Calls in, is answered. @returns the call's id */
  async callInAnswered(caller: Partial<ContractCaller> = {}): Promise<string> {
    const callId = await this.callIn(caller);
    await this.node.answer(callId);
    await this.until(callId, 'answered');
    return callId;
  }
}
