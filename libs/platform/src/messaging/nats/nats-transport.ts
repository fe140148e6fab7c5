import type { HealthRegistry } from '../../health';
import type { Logger } from '../../logging';
import { MicroBatch } from '../../time';
import { NobodyAnswers, RemoteFailure, type RequestOptions, type Transport } from '../transport';
import { AnswerBox } from './answer-box';
import { contextHeaders } from './context-headers';
import { JetStreamEvents } from './jet-stream-events';
import { NatsLink } from './nats-link';
import { inboxPrefixOf } from './nats-login';
import { NatsOperationServer } from './nats-server';
import type { Answer, GatheredRequest, RequestPacket } from './operation-packet';

/** Requests that one message holds at most: the server must let each be answered by itself (allow_responses). */
export const GATHERED_AT_MOST = 50;

/** A request that may travel with others goes at once while few are asked. */
const GATHER = { windowMs: 50, limit: GATHERED_AT_MOST, eager: true } as const;

type WaitingRequest = GatheredRequest & { readonly timeoutMs: number };

/** A request that is under way, and what will be answered. */
interface Sent {
  readonly answer: Promise<Answer>;
}

/** Operations over NATS core as Nest's transport writes them, events over JetStream, all on one connection. */
export class NatsTransport implements Transport {
  readonly kind = 'nats';
  readonly server: NatsOperationServer;
  readonly events: JetStreamEvents;
  private readonly link: NatsLink;
  private answers: AnswerBox | undefined;
  private readonly gathered = new Map<string, MicroBatch<WaitingRequest, Sent>>();
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

  async request(
    subject: string,
    data: unknown,
    contextHeader: string,
    timeoutMs: number,
    { gathered = false }: RequestOptions = {},
  ): Promise<unknown> {
    const answer = gathered
      ? await (
          await this.gatheredAt(subject).add({ data, context: contextHeader, timeoutMs })
        ).answer
      : await this.sendOne(subject, data, contextHeader, timeoutMs);
    if (answer.err !== undefined && answer.err !== null) throw new RemoteFailure(answer.err);
    return answer.response;
  }

  private async sendOne(subject: string, data: unknown, context: string, timeoutMs: number): Promise<Answer> {
    const body = JSON.stringify({ pattern: subject, data, id: this.nextId() } satisfies RequestPacket);
    return this.answersOf(subject).request(subject, body, contextHeaders(context), timeoutMs);
  }

  private gatheredAt(subject: string): MicroBatch<WaitingRequest, Sent> {
    const known = this.gathered.get(subject);
    if (known) return known;
    const batch = new MicroBatch<WaitingRequest, Sent>((round) => this.sendTogether(subject, round), GATHER);
    this.gathered.set(subject, batch);
    return batch;
  }

  private async sendTogether(subject: string, round: readonly WaitingRequest[]): Promise<readonly Sent[]> {
    const many = round.map(({ data, context }) => ({ data, context }));
    const body = JSON.stringify({ pattern: subject, many, id: this.nextId() } satisfies RequestPacket);
    const timeouts = round.map(({ timeoutMs }) => timeoutMs);
    return this.answersOf(subject)
      .requestEach(subject, body, timeouts)
      .map((answer) => ({ answer }));
  }

  private nextId(): string {
    this.requests += 1;
    return String(this.requests);
  }

  /** @throws NobodyAnswers while not connected: a request would wait in a buffer, and be carried out when nobody waits for it any more */
  private answersOf(subject: string): AnswerBox {
    if (!this.link.isConnected) throw new NobodyAnswers(subject);
    this.answers ??= new AnswerBox(this.link.connection, inboxPrefixOf(this.service));
    return this.answers;
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
