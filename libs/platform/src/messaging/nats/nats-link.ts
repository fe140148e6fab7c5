import { connect, type NatsConnection } from '@nats-io/transport-node';
import type { Logger } from '../../logging';
import { withTimeout } from '../../time';
import { inboxPrefixOf, readNatsUrl } from './nats-login';

/** The one NATS connection of a service. It never gives up reconnecting. */
export class NatsLink {
  private current: NatsConnection | undefined;
  private state: 'connected' | 'disconnected' = 'disconnected';

  constructor(
    private readonly service: string,
    private readonly url: string,
    private readonly logger: Logger,
  ) {}

  async connect(timeoutMs: number): Promise<void> {
    const connecting = connect({
      ...readNatsUrl(this.url),
      name: this.service,
      inboxPrefix: inboxPrefixOf(this.service),
      maxReconnectAttempts: -1,
      waitOnFirstConnect: true,
      reconnectTimeWait: 500,
      timeout: 5_000,
      // A connection that hangs is noticed after two unanswered pings.
      pingInterval: 5_000,
      maxPingOut: 2,
      // Two stacks captured for every event published cost more than publishing it.
      noAsyncTraces: true,
    });
    this.current = await withTimeout(connecting, timeoutMs, 'connecting to NATS');
    this.state = 'connected';
    void this.watch(this.current);
  }

  get connection(): NatsConnection {
    if (this.current === undefined) throw new Error('NATS is not connected yet');
    return this.current;
  }

  get isConnected(): boolean {
    return this.state === 'connected';
  }

  async close(): Promise<void> {
    await this.current?.close();
  }

  private async watch(connection: NatsConnection): Promise<void> {
    for await (const status of connection.status()) {
      if (status.type === 'disconnect') {
        this.state = 'disconnected';
        this.logger.warn('NATS is gone; reconnecting');
      } else if (status.type === 'reconnect') {
        this.state = 'connected';
        this.logger.info('NATS is back');
      }
    }
    this.state = 'disconnected';
  }
}
