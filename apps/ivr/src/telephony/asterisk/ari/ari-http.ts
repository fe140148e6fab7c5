import { EventEmitter } from 'node:events';
import { Pool } from 'undici';
import type { AriTarget } from './ari-target';

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

const NEVER_SENT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);
const NEVER_SENT_UNDICI = new Set(['UND_ERR_CONNECT_TIMEOUT', 'UND_ERR_DESTROYED', 'UND_ERR_CLOSED']);

/** ARI over kept-alive HTTP connections; every request has a time-out that counts its wait for a connection. */
export class AriHttp {
  private readonly pool: Pool;
  private readonly authorization: string;

  constructor(
    target: AriTarget,
    private readonly timeoutMs: number,
    connections: number,
  ) {
    this.authorization = `Basic ${Buffer.from(`${target.user}:${target.password}`).toString('base64')}`;
    this.pool = new Pool(new URL(target.url).origin, {
      connections,
      pipelining: 1,
      // Below Asterisk's own shortest keep-alive of 15 s, so that a request seldom meets a closing connection.
      keepAliveTimeout: 10_000,
      connect: { timeout: timeoutMs },
      headersTimeout: 0,
      bodyTimeout: 0,
    });
  }

  /** @throws AriUnanswered */
  async request(method: AriMethod, path: string, body?: unknown): Promise<AriResponse> {
    // An emitter and a timer cost a tenth of AbortSignal.timeout, which fires later for nothing.
    const signal = new EventEmitter();
    const timer = setTimeout(() => signal.emit('abort'), this.timeoutMs);
    try {
      const response = await this.pool.request({
        method,
        path: `/ari${path}`,
        headers:
          body === undefined
            ? { authorization: this.authorization }
            : { authorization: this.authorization, 'content-type': 'application/json' },
        body: body === undefined ? null : JSON.stringify(body),
        signal,
      });
      if (method !== 'GET' && response.statusCode < 300) {
        await response.body.dump();
        return { status: response.statusCode, body: undefined };
      }
      const text = await response.body.text();
      return { status: response.statusCode, body: text === '' ? undefined : (JSON.parse(text) as unknown) };
    } catch (cause) {
      throw new AriUnanswered(`${method} ${path}`, mayHaveBeenSent(cause), { cause });
    } finally {
      clearTimeout(timer);
    }
  }

  /** For requests that may be made twice without harm: once more when the connection broke under it. */
  async requestAgain(method: AriMethod, path: string, body?: unknown): Promise<AriResponse> {
    try {
      return await this.request(method, path, body);
    } catch (error) {
      if (!(error instanceof AriUnanswered) || codeOf(error.cause) !== 'UND_ERR_SOCKET') throw error;
      return this.request(method, path, body);
    }
  }

  async close(): Promise<void> {
    await this.pool.destroy();
  }
}

function mayHaveBeenSent(cause: unknown): boolean {
  const code = codeOf(cause);
  return !(NEVER_SENT.has(code) || NEVER_SENT_UNDICI.has(code));
}

function codeOf(error: unknown): string {
  const code = (error as { code?: unknown } | undefined)?.code;
  return typeof code === 'string' ? code : '';
}
