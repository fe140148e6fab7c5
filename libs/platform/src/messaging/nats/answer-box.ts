import { createInbox, type Msg, type MsgHdrs, type NatsConnection } from '@nats-io/transport-node';
import { TimeoutError } from '../../time';
import { NobodyAnswers } from '../transport';
import type { Answer, ReplyPacket } from './operation-packet';

/** Something asked that is not answered yet. */
class Asked<Answered> {
  readonly answer: Promise<Answered>;
  private resolve: (answer: Answered) => void = () => undefined;
  private reject: (error: Error) => void = () => undefined;
  private readonly timer: NodeJS.Timeout;

  constructor(subject: string, timeoutMs: number, onLate: () => void) {
    this.answer = new Promise((resolve, reject) => ([this.resolve, this.reject] = [resolve, reject]));
    this.timer = setTimeout(() => {
      onLate();
      this.reject(new TimeoutError(subject, timeoutMs));
    }, timeoutMs);
  }

  answered(answer: Answered): void {
    clearTimeout(this.timer);
    this.resolve(answer);
  }

  failed(error: Error): void {
    clearTimeout(this.timer);
    this.reject(error);
  }
}

/** A message that was sent: what becomes of it. */
interface Sent {
  readonly subject: string;
  /** True when nothing more is awaited. */
  readonly take: (message: Msg) => boolean;
  readonly fail: (error: Error) => void;
}

/** What the server answers for a subject that nobody listens to. */
const NO_RESPONDERS = 503;

/**
 * Requests whose answers all come to one inbox. The client's own way keeps a stack for each request and makes an error
 * for each answer, which costs more than the request.
 */
export class AnswerBox {
  private readonly sent = new Map<string, Sent>();
  private readonly prefix: string;
  private count = 0;

  constructor(
    private readonly connection: NatsConnection,
    inboxPrefix: string,
  ) {
    this.prefix = `${createInbox(inboxPrefix)}.`;
    connection.subscribe(`${this.prefix}*`, { callback: (error, message) => this.take(error, message) });
  }

  /** @throws NobodyAnswers when nobody listens, TimeoutError when no answer came in time */
  request(subject: string, body: string, headers: MsgHdrs, timeoutMs: number): Promise<ReplyPacket> {
    const token = this.nextToken();
    const asked = new Asked<ReplyPacket>(subject, timeoutMs, () => this.sent.delete(token));
    const take = (message: Msg): boolean => {
      asked.answered(message.json<ReplyPacket>());
      return true;
    };
    this.send(token, body, { subject, take, fail: (error) => asked.failed(error) }, headers);
    return asked.answer;
  }

  /**
   * One message that asks several things, each of which is answered, refused or late by itself; as `request` throws.
   * `timeoutsMs`: how long each is waited for.
   */
  requestEach(subject: string, body: string, timeoutsMs: readonly number[]): readonly Promise<Answer>[] {
    const token = this.nextToken();
    const open = new Map<number, Asked<Answer>>();
    const close = (index: number): boolean => {
      open.delete(index);
      if (open.size === 0) this.sent.delete(token);
      return open.size === 0;
    };
    timeoutsMs.forEach((timeoutMs, index) =>
      open.set(index, new Asked<Answer>(subject, timeoutMs, () => close(index))),
    );
    const answers = [...open.values()].map(({ answer }) => answer);
    const take = (message: Msg): boolean => {
      for (const { index, ...answer } of message.json<ReplyPacket>().many ?? []) {
        open.get(index)?.answered(answer);
        close(index);
      }
      return open.size === 0;
    };
    const fail = (error: Error): void => open.forEach((asked) => asked.failed(error));
    this.send(token, body, { subject, take, fail });
    return answers;
  }

  private nextToken(): string {
    this.count += 1;
    return String(this.count);
  }

  private send(token: string, body: string, sent: Sent, headers?: MsgHdrs): void {
    this.sent.set(token, sent);
    try {
      this.connection.publish(sent.subject, body, { reply: this.prefix + token, headers });
    } catch (cause) {
      this.sent.delete(token);
      sent.fail(new NobodyAnswers(sent.subject, { cause }));
    }
  }

  private take(error: Error | null, message: Msg): void {
    if (error) return; // the subscription itself: requests run into their time-out
    const token = message.subject.slice(this.prefix.length);
    const sent = this.sent.get(token);
    if (!sent) return;
    const isNobody = message.data.length === 0 && message.headers?.code === NO_RESPONDERS;
    if (isNobody) sent.fail(new NobodyAnswers(sent.subject));
    if (isNobody || sent.take(message)) this.sent.delete(token);
  }
}
