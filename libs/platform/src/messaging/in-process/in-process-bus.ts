import { AsyncLocalStorage } from 'node:async_hooks';
import type { EventMessage, PublishResult, Subscription } from '../event-stream';

export type RequestReceiver = (subject: string, json: string, contextHeader: string) => Promise<string>;

/**
 * What NATS is between processes, within one: several services meet on it. Everything crosses as JSON
 * text, and nothing of the sender's async context (its open transaction, say) reaches the receiver.
 */
export class InProcessBus {
  private readonly receivers = new Map<string, RequestReceiver>();
  private readonly subscriptions = new Map<string, Subscription>();
  private readonly outside = AsyncLocalStorage.snapshot();
  private readonly absent = new Set<string>();
  private held: boolean;

  /** A held bus accepts no events until `release`: every consumer must have subscribed before the first. */
  constructor(options: { held?: boolean } = {}) {
    this.held = options.held ?? false;
  }

  release(): void {
    this.held = false;
  }

  /** @throws Error when another service answers this subject already. */
  serve(subject: string, receiver: RequestReceiver): void {
    if (this.receivers.has(subject)) throw new Error(`two services answer ${subject}`);
    this.receivers.set(subject, receiver);
  }

  leave(subject: string): void {
    this.receivers.delete(subject);
  }

  receiverOf(subject: string): RequestReceiver | undefined {
    const receiver = this.receivers.get(subject);
    if (receiver === undefined) return undefined;
    return (...message) => this.outside(() => receiver(...message));
  }

  subscribe(subscription: Subscription): void {
    const { durable } = subscription;
    if (this.subscriptions.has(durable) && !this.absent.has(durable)) {
      throw new Error(`the durable consumer ${durable} exists already`);
    }
    this.absent.delete(durable);
    this.subscriptions.set(durable, subscription);
  }

  /** The consumer is away: its events wait in their outbox until it is back. */
  unsubscribe(durable: string): void {
    this.absent.add(durable);
  }

  /** Hands each event to every consumer, which has stored it when this resolves. */
  async publish(events: readonly EventMessage[]): Promise<PublishResult> {
    if (this.held) return { accepted: 0, error: new Error('not every service has started yet') };
    let accepted = 0;
    for (const event of events) {
      try {
        await this.outside(() => this.deliver(event));
      } catch (error) {
        return { accepted, error };
      }
      accepted += 1;
    }
    return { accepted };
  }

  private async deliver(event: EventMessage): Promise<void> {
    const consumers = [...this.subscriptions.values()].filter(({ subject }) => subject === event.subject);
    const away = consumers.find(({ durable }) => this.absent.has(durable));
    if (away !== undefined) throw new Error(`the durable consumer ${away.durable} is away`);
    await Promise.all(consumers.map(({ receive }) => receive([event])));
  }
}
