import {
  AckPolicy,
  DeliverPolicy,
  jetstreamManager,
  JetStreamApiError,
  type JetStreamManager,
  RetentionPolicy,
  StorageType,
} from '@nats-io/jetstream';
import { nanos, type NatsConnection } from '@nats-io/transport-node';

const DAY_MS = 24 * 3_600_000;
/** How long a stream keeps events; a consumer that is away longer misses some. */
const MAX_AGE_MS = 14 * DAY_MS;
const DUPLICATE_WINDOW_MS = 10 * 60_000;
const ACK_WAIT_MS = 30_000;
const STREAM_NAME_IN_USE = 10_058;
const STREAM_NOT_FOUND = 10_059;

/** One stream per owner of events: only its outbox publishes to it. */
export function streamOf(subject: string): string {
  return `EVENTS_${subject.slice(0, subject.indexOf('.')).toUpperCase()}`;
}

/** Creates the stream of a subject's owner if it is missing; an existing one is left as operators set it. */
export async function ensureStream(connection: NatsConnection, subject: string): Promise<string> {
  const manager = await jetstreamManager(connection);
  const name = streamOf(subject);
  if (await hasStream(manager, name)) return name;
  try {
    await manager.streams.add({
      name,
      subjects: [`${subject.slice(0, subject.indexOf('.'))}.event.>`],
      storage: StorageType.File,
      retention: RetentionPolicy.Limits,
      max_age: nanos(MAX_AGE_MS),
      duplicate_window: nanos(DUPLICATE_WINDOW_MS),
    });
  } catch (error) {
    // Another service was first.
    if (!(error instanceof JetStreamApiError && error.code === STREAM_NAME_IN_USE)) throw error;
  }
  return name;
}

/** Creates the durable consumer or brings its settings up to date. */
export async function ensureConsumer(
  connection: NatsConnection,
  stream: string,
  durable: string,
  subject: string,
): Promise<void> {
  const manager = await jetstreamManager(connection);
  await manager.consumers.add(stream, {
    durable_name: durable,
    filter_subject: subject,
    ack_policy: AckPolicy.Explicit,
    deliver_policy: DeliverPolicy.All,
    ack_wait: nanos(ACK_WAIT_MS),
    // Retries and the dead letter are the inbox's business: the stream never gives up by itself.
    max_deliver: -1,
    max_ack_pending: 1_000,
  });
}

async function hasStream(manager: JetStreamManager, name: string): Promise<boolean> {
  try {
    await manager.streams.info(name);
    return true;
  } catch (error) {
    if (error instanceof JetStreamApiError && error.code === STREAM_NOT_FOUND) return false;
    throw error;
  }
}
