import { EventEmitter, once } from 'node:events';
import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock, DomainError, Logger, ShutdownHooks } from '@switchyard/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { maskPhones } from '../access/mask-phones';
import { GatewayConfig } from '../gateway.config';
import { toProblem } from '../problem/problem';
import { stateOf } from '../request-context/request-state';
import { OpenSessions } from '../sign-in/open-sessions';
import { encodeSse, SSE_HEARTBEAT, type SseEvent } from './sse-event';

/** A client that takes nothing for so long is cut off. */
const STALLED_MS = 30_000;

/** Gives the events of a stream; must end when the signal is aborted. */
export type SseSource = (
  signal: AbortSignal,
  lastEventId: string | undefined,
) => AsyncIterable<SseEvent | null>;

/**
 * Live streams (server-sent events). A stream ends when the client leaves, its session ends, the access token
 * expires (the client comes back with the next one and its Last-Event-ID), or the gateway stops.
 */
@Injectable()
export class SseStreams {
  private readonly openOf = new Map<string, number>();
  private readonly stopping = new AbortController();
  private readonly logger: Logger;

  constructor(
    private readonly config: GatewayConfig,
    private readonly openSessions: OpenSessions,
    @Inject(CLOCK) private readonly clock: Clock,
    shutdown: ShutdownHooks,
    logger: Logger,
  ) {
    this.logger = logger.named('SseStreams');
    shutdown.add('live streams', async () => this.stopping.abort());
  }

  /** How many streams an actor holds open. */
  openBy(actorId: string): number {
    return this.openOf.get(actorId) ?? 0;
  }

  /**
   * Answers with a stream, until it ends. The first read comes before the head of the answer: what it throws
   * is an ordinary problem.
   * @throws DomainError `stream.too-many`, or what the source throws first
   */
  async open(request: FastifyRequest, reply: FastifyReply, source: SseSource): Promise<void> {
    const { actor, tokenExpiresAt } = stateOf(request);
    this.take(actor.id);
    const gone = new AbortController();
    const onClose = (): void => gone.abort();
    reply.raw.once('close', onClose);
    const expiry = this.whenExpired(tokenExpiresAt, gone);
    const signal = AbortSignal.any([gone.signal, this.stopping.signal]);
    try {
      const lastEventId = request.headers['last-event-id'];
      const events = source(signal, typeof lastEventId === 'string' ? lastEventId : undefined);
      const iterator = events[Symbol.asyncIterator]();
      const first = await iterator.next();
      begin(reply);
      await this.send(request, reply, iterator, first, signal, gone);
    } finally {
      clearTimeout(expiry);
      reply.raw.off('close', onClose);
      gone.abort();
      this.giveBack(actor.id);
      if (reply.raw.headersSent) reply.raw.end();
    }
  }

  private async send(
    request: FastifyRequest,
    reply: FastifyReply,
    iterator: AsyncIterator<SseEvent | null>,
    first: IteratorResult<SseEvent | null>,
    signal: AbortSignal,
    gone: AbortController,
  ): Promise<void> {
    const { actor, correlationId } = stateOf(request);
    const sees = actor.permissions.includes('phone:read');
    const beat = (): void => void this.beat(request, reply, gone);
    const heartbeat = setInterval(beat, this.config.heartbeatSeconds * 1000);
    try {
      for (let step = first; !step.done && !signal.aborted; step = await iterator.next()) {
        if (step.value === null) continue;
        const { value } = step;
        await write(reply, encodeSse(sees ? value : { ...value, data: maskPhones(value.data) }), signal);
      }
    } catch (error) {
      if (signal.aborted) return;
      const problem = toProblem(error, request.url.split('?', 1)[0] ?? '', correlationId);
      this.logger.warn('a live stream failed', { err: error, path: problem.instance });
      reply.raw.write(encodeSse({ event: 'problem', data: problem }));
    } finally {
      clearInterval(heartbeat);
      await iterator.return?.();
    }
  }

  /** A sign of life, as long as the session is open. Never rejects. */
  private async beat(request: FastifyRequest, reply: FastifyReply, gone: AbortController): Promise<void> {
    const { sessionId = '' } = stateOf(request);
    try {
      if (await this.openSessions.isOpen(sessionId)) reply.raw.write(SSE_HEARTBEAT);
      else gone.abort();
    } catch (error) {
      // Whether the session is open cannot be asked now; the token ends by itself.
      this.logger.warn('the session of a live stream could not be checked', { err: error });
    }
  }

  private take(actorId: string): void {
    const open = this.openBy(actorId);
    if (open >= this.config.streamsPerUser) {
      throw new DomainError(
        'stream.too-many',
        `You hold ${open} live streams open; close one before you open another.`,
        { open, retryAfterSeconds: 5 },
      );
    }
    this.openOf.set(actorId, open + 1);
  }

  private giveBack(actorId: string): void {
    const left = this.openBy(actorId) - 1;
    if (left > 0) this.openOf.set(actorId, left);
    else this.openOf.delete(actorId);
  }

  private whenExpired(at: Date | undefined, gone: AbortController): NodeJS.Timeout | undefined {
    if (!at) return undefined;
    return setTimeout(() => gone.abort(), Math.max(0, at.getTime() - this.clock.now().getTime()));
  }
}

function begin(reply: FastifyReply): void {
  const headers = {
    ...reply.getHeaders(),
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store, no-transform',
    'x-accel-buffering': 'no',
    // A connection that goes on after its stream would keep a gateway that stops waiting for it.
    connection: 'close',
  };
  reply.hijack();
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) reply.raw.setHeader(name, value);
  }
  reply.raw.writeHead(200);
  reply.raw.flushHeaders();
}

async function write(reply: FastifyReply, text: string, signal: AbortSignal): Promise<void> {
  if (reply.raw.write(text)) return;
  const stalled = AbortSignal.any([signal, AbortSignal.timeout(STALLED_MS)]);
  try {
    await once(reply.raw as EventEmitter, 'drain', { signal: stalled });
  } catch (error) {
    if (!stalled.aborted) throw error;
    reply.raw.destroy();
  }
}
