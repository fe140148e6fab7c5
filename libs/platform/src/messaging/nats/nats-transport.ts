import { NatsRecordBuilder } from '@nestjs/microservices';
import { headers } from '@nats-io/transport-node';
import { firstValueFrom, timeout, TimeoutError as RxTimeoutError } from 'rxjs';
import { CONTEXT_HEADER } from '../../context';
import { isError } from '../../errors';
import type { HealthRegistry } from '../../health';
import type { Logger } from '../../logging';
import { TimeoutError } from '../../time';
import { NobodyAnswers, RemoteFailure, type Transport } from '../transport';
import { JetStreamEvents } from './jet-stream-events';
import { NatsOperationClient } from './nats-client';
import { NatsLink } from './nats-link';
import { inboxPrefixOf } from './nats-login';
import { NatsOperationServer } from './nats-server';

/** Operations over NATS core by Nest's transport, events over JetStream, all on one connection. */
export class NatsTransport implements Transport {
  readonly kind = 'nats';
  readonly server: NatsOperationServer;
  readonly events: JetStreamEvents;
  private readonly link: NatsLink;
  private readonly client: NatsOperationClient;

  constructor(service: string, url: string, logger: Logger) {
    this.link = new NatsLink(service, url, logger.named('Nats'));
    this.server = new NatsOperationServer(service, () => this.link.connection);
    this.client = new NatsOperationClient(() => this.link.connection, inboxPrefixOf(service));
    this.events = new JetStreamEvents(this.link, logger.named('Events'));
  }

  async connect(timeoutMs: number): Promise<void> {
    await this.link.connect(timeoutMs);
    await this.client.connect();
  }

  async request(subject: string, data: unknown, contextHeader: string, timeoutMs: number): Promise<unknown> {
    // Otherwise it would wait in a buffer and be carried out when nobody waits for it any more.
    if (!this.link.isConnected) throw new NobodyAnswers(subject);
    const header = headers();
    header.set(CONTEXT_HEADER, contextHeader);
    const record = new NatsRecordBuilder(data).setHeaders(header).build();
    try {
      const reply = this.client.send<unknown>(subject, record).pipe(timeout(timeoutMs));
      return await firstValueFrom(reply, { defaultValue: undefined });
    } catch (error) {
      if (error instanceof RxTimeoutError) throw new TimeoutError(subject, timeoutMs);
      // What came over the wire is plain data; an Error or a text was made on this side.
      if (isError(error) || typeof error === 'string') throw new NobodyAnswers(subject, { cause: error });
      throw new RemoteFailure(error);
    }
  }

  async stopAccepting(timeoutMs: number): Promise<void> {
    await Promise.all([this.server.stopAccepting(timeoutMs), this.events.stop()]);
  }

  async close(): Promise<void> {
    await this.link.close();
  }

  isConnected(): boolean {
    return this.link.isConnected;
  }

  addHealthChecks(health: HealthRegistry): void {
    health.add('nats', () => {
      if (!this.isConnected()) throw new Error('not connected');
    });
  }
}
