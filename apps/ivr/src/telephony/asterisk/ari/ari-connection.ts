import { connect as connectPlain, type Socket } from 'node:net';
import { connect as connectSecure } from 'node:tls';
import { type HttpAnswer, readHttpAnswer } from './http-answer';

/** A request that is on its way; exactly one of the two functions is called, once. */
export interface SentRequest {
  /** Head and body. */
  readonly text: string;
  readonly answered: (answer: HttpAnswer) => void;
  /** `sent`: whether it may have reached the other side. */
  readonly failed: (error: Error, sent: boolean) => void;
}

export interface AriConnectionListener {
  /** Another request can be sent. */
  readonly onFree: (connection: AriConnection) => void;
  readonly onClosed: (connection: AriConnection) => void;
}

/** The connection ended before the answer to its request was complete. */
export class ConnectionBroke extends Error {
  constructor(options?: { cause?: unknown }) {
    super('the connection broke', options);
    this.name = 'ConnectionBroke';
  }
}

/** One kept-alive HTTP connection, one request at a time, each written at once: a write costs more than all else. */
export class AriConnection {
  freeSince = 0;
  /** Whether the other side has taken the connection: only then can a request have reached it. */
  reached = false;
  private readonly socket: Socket;
  private closed = false;
  private current: SentRequest | undefined;
  private received: Buffer | undefined;

  constructor(
    origin: URL,
    private readonly listener: AriConnectionListener,
  ) {
    const { secure, host, port } = addressOf(origin);
    const opened = (): void => {
      this.reached = true;
    };
    this.socket = secure
      ? connectSecure({ host, port, servername: host }, opened)
      : connectPlain({ host, port }, opened);
    this.socket.setNoDelay(true);
    this.socket.setKeepAlive(true, 60_000);
    this.socket.on('data', (bytes: Buffer) => this.receive(bytes));
    this.socket.on('error', (error) => this.close(error));
    this.socket.on('close', () => this.close());
  }

  send(request: SentRequest): void {
    this.current = request;
    this.socket.write(request.text, isLatin(request.text) ? 'latin1' : 'utf8');
  }

  /** The request under way, if any, fails. */
  close(cause?: unknown): void {
    if (this.closed) return;
    this.closed = true;
    this.socket.destroy();
    const { current, reached } = this;
    this.current = undefined;
    this.listener.onClosed(this);
    current?.failed(new ConnectionBroke({ cause }), reached);
  }

  private receive(bytes: Buffer): void {
    const all = this.received === undefined ? bytes : Buffer.concat([this.received, bytes]);
    if (this.current === undefined) return this.close(); // nobody asked
    let answer: HttpAnswer | undefined;
    try {
      answer = readHttpAnswer(all);
    } catch (error) {
      return this.close(error);
    }
    this.received = answer === undefined ? all : undefined;
    if (answer === undefined) return;
    const { current } = this;
    this.current = undefined;
    if (answer.staysOpen) this.listener.onFree(this);
    else this.close();
    current.answered(answer);
  }
}

function addressOf({ protocol, hostname, port }: URL): { secure: boolean; host: string; port: number } {
  const secure = protocol === 'https:';
  const host = hostname.startsWith('[') ? hostname.slice(1, -1) : hostname;
  return { secure, host, port: port === '' ? (secure ? 443 : 80) : Number(port) };
}

/** Such a text is the same bytes in UTF-8, and is written faster. */
function isLatin(text: string): boolean {
  return Buffer.byteLength(text) === text.length;
}
