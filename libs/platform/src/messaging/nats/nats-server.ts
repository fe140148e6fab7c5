import { Server, ServerNats } from '@nestjs/microservices';
import type { Msg, NatsConnection, Subscription } from '@nats-io/transport-node';
import { until, withTimeout } from '../../time';
import { refuseSecondHandler } from '../refuse-second-handler';

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
      const receive = this.getMessageHandler(subject) as (error: Error | null, message: Msg) => Promise<void>;
      const callback = (error: Error | null, message: Msg): void =>
        void this.count(() => receive(error, message));
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

  private async count(work: () => Promise<void>): Promise<void> {
    this.inProgress += 1;
    try {
      await work();
    } finally {
      this.inProgress -= 1;
    }
  }
}
