import { jetstream, type JetStreamClient } from '@nats-io/jetstream';
import { headers } from '@nats-io/transport-node';
import { CONTEXT_HEADER } from '../../context';
import type { Logger } from '../../logging';
import type { EventMessage, EventStream, PublishResult, Subscription } from '../event-stream';
import { OCCURRED_AT_HEADER } from './event-headers';
import { JetStreamSubscription } from './jet-stream-subscription';
import { ensureStream, streamOf } from './jet-streams';
import type { NatsLink } from './nats-link';

const PUBLISH_TIMEOUT_MS = 5_000;

/**
 * Events over JetStream. A batch is published without waiting for each answer, yet in order: every
 * message demands that the one before it is the last of the stream, so that a gap stops the rest.
 */
export class JetStreamEvents implements EventStream {
  private readonly known = new Set<string>();
  private readonly subscriptions: JetStreamSubscription[] = [];

  constructor(
    private readonly link: NatsLink,
    private readonly logger: Logger,
  ) {}

  async publish(events: readonly EventMessage[]): Promise<PublishResult> {
    if (!this.link.isConnected) return { accepted: 0, error: new Error('NATS is not connected') };
    try {
      await this.ensureStreams(events);
    } catch (error) {
      return { accepted: 0, error };
    }
    const client = jetstream(this.link.connection);
    const answers = await Promise.allSettled(events.map((event, i) => send(client, event, events[i - 1])));
    const failed = answers.findIndex((answer) => answer.status === 'rejected');
    if (failed < 0) return { accepted: events.length };
    this.known.clear();
    return { accepted: failed, error: (answers[failed] as PromiseRejectedResult).reason };
  }

  async subscribe(subscription: Subscription): Promise<void> {
    const consumer = new JetStreamSubscription(this.link, subscription, this.logger);
    this.subscriptions.push(consumer);
    consumer.start();
  }

  async stop(): Promise<void> {
    await Promise.all(this.subscriptions.splice(0).map((subscription) => subscription.stop()));
  }

  private async ensureStreams(events: readonly EventMessage[]): Promise<void> {
    for (const { subject } of events) {
      const stream = streamOf(subject);
      if (this.known.has(stream)) continue;
      await ensureStream(this.link.connection, subject);
      this.known.add(stream);
    }
  }
}

async function send(
  client: JetStreamClient,
  event: EventMessage,
  previous: EventMessage | undefined,
): Promise<void> {
  const header = headers();
  header.set(CONTEXT_HEADER, event.context);
  header.set(OCCURRED_AT_HEADER, event.occurredAt.toISOString());
  await client.publish(event.subject, event.payload, {
    msgID: event.id,
    headers: header,
    timeout: PUBLISH_TIMEOUT_MS,
    ...(previous === undefined ? {} : { expect: { lastMsgID: previous.id } }),
  });
}
