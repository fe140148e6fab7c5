import { ClientNats } from '@nestjs/microservices';
import type { NatsConnection } from '@nats-io/transport-node';

/** Nest's NATS client on a connection that the service owns. */
export class NatsOperationClient extends ClientNats {
  constructor(
    private readonly connection: () => NatsConnection,
    inboxPrefix: string,
  ) {
    super({ inboxPrefix });
  }

  override createClient(): Promise<NatsConnection> {
    return Promise.resolve(this.connection());
  }
}
