import { type ConsumerMessages, jetstream, type JsMsg } from '@nats-io/jetstream';
import { CONTEXT_HEADER } from '../../context';
import type { Logger } from '../../logging';
import { WakeUp } from '../../time';
import type { EventMessage, Subscription } from '../event-stream';
import { OCCURRED_AT_HEADER } from './event-headers';
import { ensureConsumer, ensureStream } from './jet-streams';
import type { NatsLink } from './nats-link';

const BATCH = 256;
const RETRY_MS = 1_000;

/** Pulls a durable consumer's events into the inbox, in batches; acknowledges what the inbox has stored. */
export class JetStreamSubscription {
  private readonly arrived: JsMsg[] = [];
  private readonly wakeUp = new WakeUp();
  private messages: ConsumerMessages | undefined;
  private stopped = false;
  private running: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly link: NatsLink,
    private readonly subscription: Subscription,
    private readonly logger: Logger,
  ) {}

  start(): void {
    this.running = Promise.all([this.pullForEver(), this.storeForEver()]);
  }

  /** What was not acknowledged comes again. */
  async stop(): Promise<void> {
    this.stopped = true;
    await this.messages?.close();
    this.wakeUp.kick();
    await this.running;
  }

  /** Begins anew whenever the consumer or its stream went away. */
  private async pullForEver(): Promise<void> {
    const pause = new WakeUp();
    while (!this.stopped) {
      try {
        await this.pull();
      } catch (error) {
        this.logger.warn('cannot consume events yet', { durable: this.subscription.durable, err: error });
      }
      if (!this.stopped) await pause.sleep(RETRY_MS);
    }
  }

  private async pull(): Promise<void> {
    const { subject, durable } = this.subscription;
    const { connection } = this.link;
    const stream = await ensureStream(connection, subject);
    await ensureConsumer(connection, stream, durable, subject);
    const consumer = await jetstream(connection).consumers.get(stream, durable);
    this.messages = await consumer.consume({ max_messages: BATCH, abort_on_missing_resource: true });
    if (this.stopped) await this.messages.close();
    for await (const message of this.messages) {
      this.arrived.push(message);
      this.wakeUp.kick();
    }
  }

  private async storeForEver(): Promise<void> {
    while (!this.stopped) {
      if (this.arrived.length === 0) await this.wakeUp.sleep(RETRY_MS);
      else await this.store(this.arrived.splice(0, BATCH));
    }
  }

  private async store(batch: readonly JsMsg[]): Promise<void> {
    try {
      await this.subscription.receive(batch.map(toEvent));
      for (const message of batch) message.ack();
    } catch (error) {
      this.logger.warn('cannot store events; they come again', {
        durable: this.subscription.durable,
        events: batch.length,
        err: error,
      });
      for (const message of batch) message.nak(RETRY_MS);
    }
  }
}

function toEvent(message: JsMsg): EventMessage {
  const occurredAt = new Date(message.headers?.get(OCCURRED_AT_HEADER) ?? Number.NaN);
  return {
    id: message.headers?.get('Nats-Msg-Id') || `${message.info.stream}:${message.seq}`,
    subject: message.subject,
    payload: message.string(),
    context: message.headers?.get(CONTEXT_HEADER) ?? '',
    occurredAt: Number.isNaN(occurredAt.getTime()) ? new Date(message.timestamp) : occurredAt,
    position: message.seq,
  };
}
