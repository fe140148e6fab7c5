import { NatsContext, Server, ServerNats } from '@nestjs/microservices';
import type { Msg, MsgHdrs, NatsConnection, Subscription } from '@nats-io/transport-node';
import { firstValueFrom, isObservable } from 'rxjs';
import { MicroBatch, until, withTimeout } from '../../time';
import { refuseSecondHandler } from '../refuse-second-handler';
import { contextHeaders } from './context-headers';
import type { Answer, GatheredAnswer, GatheredRequest, ReplyPacket, RequestPacket } from './operation-packet';

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
      const { id, data, many } = message.json<RequestPacket>();
      const respond = (answer: Pick<ReplyPacket, 'response' | 'err' | 'many'>): void => {
        if (id !== undefined)
          message.respond(JSON.stringify({ ...answer, isDisposed: true, id } satisfies ReplyPacket));
      };
      if (many) await this.answerEach(subject, many, (answers) => respond({ many: answers }));
      else respond(await this.answer(subject, data, message.headers));
    } catch (failure) {
      // Whoever asked is told by the time-out.
      this.logger.error(failure);
    }
  }

  /** Side by side, so that what they ask of the database can be asked together; who takes long holds nobody else up. */
  private async answerEach(
    subject: string,
    many: readonly GatheredRequest[],
    respond: (answers: readonly GatheredAnswer[]) => void,
  ): Promise<void> {
    const ready = new MicroBatch<GatheredAnswer, true>(
      async (answers) => {
        respond(answers);
        return answers.map(() => true as const);
      },
      { windowMs: 0 },
    );
    await Promise.all(
      many.map(async ({ data, context }, index) =>
        ready.add({ index, ...(await this.answer(subject, data, contextHeaders(context))) }),
      ),
    );
  }

  private async answer(subject: string, data: unknown, headers?: MsgHdrs): Promise<Answer> {
    try {
      const handler = this.messageHandlers.get(subject);
      if (!handler) throw new Error(`no handler for ${subject}`);
      const result: unknown = await handler(data, new NatsContext([subject, headers]));
      const response: unknown = isObservable(result)
        ? await firstValueFrom(result, { defaultValue: undefined })
        : result;
      return { response };
    } catch (err) {
      return { err };
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
