import { NatsContext, Server, ServerNats } from '@nestjs/microservices';
import type { Msg, NatsConnection, Subscription } from '@nats-io/transport-node';
import { firstValueFrom, isObservable } from 'rxjs';
import { until, withTimeout } from '../../time';
import { refuseSecondHandler } from '../refuse-second-handler';
import type { ReplyPacket, RequestPacket } from './operation-packet';

/**
 * Nest's NATS server on a connection that the service owns. Replicas share the queue group, so that one
 * of them answers; a second handler for a subject is refused (telephony.md T6).
 */
export class NatsOperationServer extends ServerNats {
  private open: Subscription[] = [];
  private inProgress = 0;

  constructor(
    private readonly queue: string,
    private readonly connection: () => NatsConnection,
  ) {
    super({ queue });
  }

  override addHandler(...args: Parameters<Server['addHandler']>): void {
    refuseSecondHandler(this.messageHandlers, String(args[0]));
    super.addHandler(...args);
  }

  override createNatsClient(): Promise<NatsConnection> {
    return Promise.resolve(this.connection());
  }

  override bindEvents(connection: NatsConnection): void {
    for (const subject of this.messageHandlers.keys()) {
      const callback = (error: Error | null, message: Msg): void =>
        void this.count(() => this.receive(subject, error, message));
      this.open.push(connection.subscribe(subject, { queue: this.queue, callback }));
    }
  }

  /** Ends the subscriptions and waits until requests that arrived already are answered. @throws TimeoutError */
  async stopAccepting(timeoutMs: number): Promise<void> {
    const drained = Promise.all(this.open.splice(0).map((subscription) => subscription.drain()));
    await withTimeout(drained, timeoutMs, 'the end of the subscriptions');
    await until(() => this.inProgress === 0, timeoutMs, 'the end of requests in progress');
  }

  /** The connection is closed by its owner. */
  override async close(): Promise<void> {
    for (const subscription of this.open.splice(0)) subscription.unsubscribe();
  }

  /** One request, one answer: Nest's own way through streams and ticks takes several times as long. */
  private async receive(subject: string, error: Error | null, message: Msg): Promise<void> {
    if (error) return void this.logger.error(error);
    try {
      const { id, data } = message.json<RequestPacket>();
      const answer = await this.answer(subject, data, message);
      if (id !== undefined) message.respond(JSON.stringify({ ...answer, id } satisfies ReplyPacket));
    } catch (failure) {
      // Whoever asked is told by the time-out.
      this.logger.error(failure);
    }
  }

  private async answer(subject: string, data: unknown, message: Msg): Promise<Omit<ReplyPacket, 'id'>> {
    try {
      const handler = this.getHandlerByPattern(subject);
      if (handler === null) throw new Error(`no handler for ${subject}`);
      const result: unknown = await handler(data, new NatsContext([message.subject, message.headers]));
      const response: unknown = isObservable(result)
        ? await firstValueFrom(result, { defaultValue: undefined })
        : result;
      return { response, isDisposed: true };
    } catch (err) {
      return { err, isDisposed: true };
    }
  }

  private async count(work: () => Promise<void>): Promise<void> {
    this.inProgress += 1;
    try {
      await work();
    } finally {
      this.inProgress -= 1;
    }
  }
}
