import { AriConnection, ConnectionBroke } from './ari-connection';
import type { AriTarget } from './ari-target';
import type { HttpAnswer } from './http-answer';

export type AriMethod = 'GET' | 'POST' | 'PUT' | 'DELETE';

export interface AriResponse {
  readonly status: number;
  /** Parsed JSON; undefined for an empty body, and for a change that was made. */
  readonly body: unknown;
}

/** No answer. `sent` is false only when nothing can have reached the PBX. */
export class AriUnanswered extends Error {
  constructor(
    what: string,
    readonly sent: boolean,
    options?: { cause?: unknown },
  ) {
    super(`${what} was not answered${sent ? '' : ', nothing was sent'}`, options);
    this.name = 'AriUnanswered';
  }
}

interface Request {
  readonly method: AriMethod;
  readonly path: string;
  readonly text: string;
  readonly resolve: (response: AriResponse) => void;
  readonly reject: (error: AriUnanswered) => void;
  readonly timer: NodeJS.Timeout;
  connection?: AriConnection;
  settled?: true;
}

/** Milliseconds. Below Asterisk's own shortest keep-alive of 15 s, so that a request seldom meets a closing connection. */
const KEEP_ALIVE = 10_000;

/** ARI over kept-alive HTTP connections; every request has a time-out that counts its wait for a connection. */
export class AriHttp {
  private readonly origin: URL;
  private readonly head: string;
  private readonly open = new Set<AriConnection>();
  private readonly free: AriConnection[] = [];
  /** Requests that wait for a connection, in their order. */
  private readonly waiting = new Set<Request>();
  private closed = false;

  constructor(
    target: AriTarget,
    private readonly timeoutMs: number,
    private readonly connections: number,
  ) {
    this.origin = new URL(target.url);
    const credentials = Buffer.from(`${target.user}:${target.password}`).toString('base64');
    this.head = `HTTP/1.1\r\nHost: ${this.origin.host}\r\nAuthorization: Basic ${credentials}\r\n`;
  }

  /** @throws AriUnanswered */
  request(method: AriMethod, path: string, body?: unknown): Promise<AriResponse> {
    return new Promise((resolve, reject) => {
      // After a standstill of our own, answers that have come meanwhile are read first.
      const timer = setTimeout(() => setImmediate(() => this.giveUp(request)), this.timeoutMs);
      const request: Request = {
        method,
        path,
        text: this.textOf(method, path, body),
        resolve,
        reject,
        timer,
      };
      this.waiting.add(request);
      this.serve();
    });
  }

  /** For requests that may be made twice without harm: once more when the connection broke under it. */
  async requestAgain(method: AriMethod, path: string, body?: unknown): Promise<AriResponse> {
    try {
      return await this.request(method, path, body);
    } catch (error) {
      if (!(error instanceof AriUnanswered && error.sent && error.cause instanceof ConnectionBroke))
        throw error;
      return this.request(method, path, body);
    }
  }

  /** Requests under way and waiting fail. */
  async close(): Promise<void> {
    this.closed = true;
    for (const connection of [...this.open]) connection.close();
    this.refuseWaiting();
  }

  private textOf(method: AriMethod, path: string, body: unknown): string {
    const head = `${method} /ari${path} ${this.head}`;
    if (body === undefined)
      return `${head}${method === 'GET' || method === 'DELETE' ? '' : 'Content-Length: 0\r\n'}\r\n`;
    const json = JSON.stringify(body);
    return `${head}Content-Type: application/json\r\nContent-Length: ${Buffer.byteLength(json)}\r\n\r\n${json}`;
  }

  private serve(): void {
    while (!this.closed && this.waiting.size > 0) {
      const connection = this.take();
      if (connection === undefined) return;
      const [request] = this.waiting;
      if (request === undefined) return void this.free.push(connection);
      this.waiting.delete(request);
      request.connection = connection;
      connection.send({
        text: request.text,
        answered: (answer) => this.answered(request, answer),
        failed: (error, sent) => this.fail(request, error, sent),
      });
    }
    if (this.closed) this.refuseWaiting();
  }

  private take(): AriConnection | undefined {
    for (let connection = this.free.pop(); connection !== undefined; connection = this.free.pop()) {
      if (performance.now() - connection.freeSince < KEEP_ALIVE) return connection;
      connection.close();
    }
    if (this.open.size >= this.connections) return undefined;
    const opened = new AriConnection(this.origin, {
      onFree: (connection) => {
        connection.freeSince = performance.now();
        this.free.push(connection);
        this.serve();
      },
      onClosed: (connection) => this.gone(connection),
    });
    this.open.add(opened);
    return opened;
  }

  private gone(connection: AriConnection): void {
    this.open.delete(connection);
    const index = this.free.indexOf(connection);
    if (index >= 0) this.free.splice(index, 1);
    this.serve();
  }

  private answered(request: Request, { status, body }: HttpAnswer): void {
    clearTimeout(request.timer);
    request.settled = true;
    if ((request.method !== 'GET' && status < 300) || body.length === 0) {
      return request.resolve({ status, body: undefined });
    }
    let parsed: unknown;
    try {
      parsed = JSON.parse(body.toString());
    } catch (error) {
      return this.fail(request, error, true);
    }
    request.resolve({ status, body: parsed });
  }

  private giveUp(request: Request): void {
    const { connection } = request;
    if (request.settled) return;
    const cause = new Error(`no ${connection ? 'answer' : 'free connection'} within ${this.timeoutMs} ms`);
    this.fail(request, cause, connection?.reached ?? false);
    connection?.close();
  }

  private refuseWaiting(): void {
    for (const request of [...this.waiting]) this.fail(request, new Error('closed'), false);
  }

  private fail(request: Request, cause: unknown, sent: boolean): void {
    clearTimeout(request.timer);
    request.settled = true;
    this.waiting.delete(request);
    request.reject(new AriUnanswered(`${request.method} ${request.path}`, sent, { cause }));
  }
}
