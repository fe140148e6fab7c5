import { headers } from '@nats-io/transport-node';
import { CONTEXT_HEADER } from '../../context';
import type { HealthRegistry } from '../../health';
import type { Logger } from '../../logging';
import { NobodyAnswers, RemoteFailure, type Transport } from '../transport';
import { AnswerBox } from './answer-box';
import { JetStreamEvents } from './jet-stream-events';
import { NatsLink } from './nats-link';
import { inboxPrefixOf } from './nats-login';
import { NatsOperationServer } from './nats-server';
import type { ReplyPacket, RequestPacket } from './operation-packet';

/** Operations over NATS core as Nest's transport writes them, events over JetStream, all on one connection. */
export class NatsTransport implements Transport {
  readonly kind = 'nats';
  readonly server: NatsOperationServer;
  readonly events: JetStreamEvents;
  private readonly link: NatsLink;
  private answers: AnswerBox | undefined;
  private requests = 0;

  constructor(
    private readonly service: string,
    url: string,
    logger: Logger,
  ) {
    this.link = new NatsLink(service, url, logger.named('Nats'));
    this.server = new NatsOperationServer(service, () => this.link.connection);
    this.events = new JetStreamEvents(this.link, logger.named('Events'));
  }

  async connect(timeoutMs: number): Promise<void> {
    await this.link.connect(timeoutMs);
  }

  async request(subject: string, data: unknown, contextHeader: string, timeoutMs: number): Promise<unknown> {
    // Otherwise it would wait in a buffer and be carried out when nobody waits for it any more.
    if (!this.link.isConnected) throw new NobodyAnswers(subject);
    const header = headers();
    header.set(CONTEXT_HEADER, contextHeader);
    this.requests += 1;
    const packet: RequestPacket = { pattern: subject, data, id: String(this.requests) };
    this.answers ??= new AnswerBox(this.link.connection, inboxPrefixOf(this.service));
    const reply = await this.answers.request(subject, JSON.stringify(packet), header, timeoutMs);
    const { err, response } = reply.json<ReplyPacket>();
    if (err !== undefined && err !== null) throw new RemoteFailure(err);
    return response;
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
