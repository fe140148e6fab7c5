import { createInbox, type Msg, type MsgHdrs, type NatsConnection } from '@nats-io/transport-node';
import { TimeoutError } from '../../time';
import { NobodyAnswers } from '../transport';

interface Asked {
  readonly resolve: (answer: Msg) => void;
  readonly reject: (error: Error) => void;
  readonly subject: string;
  readonly timer: NodeJS.Timeout;
}

/** What the server answers for a subject that nobody listens to. */
const NO_RESPONDERS = 503;

/**
 * Requests whose answers all come to one inbox. The client's own way keeps a stack for each request and makes an error
 * for each answer, which costs more than the request.
 */
export class AnswerBox {
  private readonly asked = new Map<string, Asked>();
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
  request(subject: string, body: string, headers: MsgHdrs, timeoutMs: number): Promise<Msg> {
    this.count += 1;
    const token = String(this.count);
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.asked.delete(token);
        reject(new TimeoutError(subject, timeoutMs));
      }, timeoutMs);
      this.asked.set(token, { resolve, reject, subject, timer });
      try {
        this.connection.publish(subject, body, { reply: this.prefix + token, headers });
      } catch (cause) {
        this.settle(token)?.reject(new NobodyAnswers(subject, { cause }));
      }
    });
  }

  private take(error: Error | null, message: Msg): void {
    if (error) return; // the subscription itself: requests run into their time-out
    const asked = this.settle(message.subject.slice(this.prefix.length));
    if (!asked) return;
    const isNobody = message.data.length === 0 && message.headers?.code === NO_RESPONDERS;
    if (isNobody) asked.reject(new NobodyAnswers(asked.subject));
    else asked.resolve(message);
  }

  private settle(token: string): Asked | undefined {
    const asked = this.asked.get(token);
    if (!asked) return undefined;
    clearTimeout(asked.timer);
    this.asked.delete(token);
    return asked;
  }
}
