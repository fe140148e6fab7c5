import {
  type CallHandler,
  type ExecutionContext,
  Inject,
  Injectable,
  type NestInterceptor,
  StreamableFile,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { CLOCK, type Clock, DomainError } from '@switchyard/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { catchError, concatMap, from, type Observable, of } from 'rxjs';
import { invalid } from '../problem/validate';
import { type Problem, toProblem } from '../problem/problem';
import { stateOf } from '../request-context/request-state';
import { SigningKey } from '../sign-in/signing-key';
import { isUpload } from '../uploads/is-upload';
import { Uploads } from '../uploads/uploads';
import { fingerprintOf } from './fingerprint';
import { IdempotencyKeys, type KeyOfRequest, type StoredAnswer } from './idempotency.port';
import { NO_IDEMPOTENCY } from './no-idempotency.decorator';

const KEPT_MS = 24 * 3_600_000;
const LEASE_MS = 60_000;
const UPLOAD_LEASE_MS = 15 * 60_000;
const KEY = /^[\x21-\x7e]{1,200}$/;

/** Refusals that a service decided: repeating the request repeats them. Others may be tried again. */
const KEPT_REFUSALS = new Set([404, 409, 422]);

/** A POST with an `Idempotency-Key` takes effect once; repeating it within a day gives the same answer. */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(
    private readonly keys: IdempotencyKeys,
    private readonly uploads: Uploads,
    private readonly secret: SigningKey,
    private readonly reflector: Reflector,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async intercept(execution: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const http = execution.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const header = request.headers['idempotency-key'];
    const switchedOff = this.reflector.get<boolean | undefined>(NO_IDEMPOTENCY, execution.getHandler());
    if (request.method !== 'POST' || header === undefined || switchedOff) return next.handle();
    const key = { actorId: stateOf(request).actor.id, key: checkedKey(header) };
    const answer = await this.begin(key, request);
    const reply = http.getResponse<FastifyReply>();
    if (answer) return of(await this.replay(answer, request, reply));
    return next.handle().pipe(
      concatMap((result) => from(this.keep(key, request, reply, result))),
      catchError((error: unknown) => from(this.refuse(key, request, error))),
    );
  }

  private async begin(key: KeyOfRequest, request: FastifyRequest): Promise<StoredAnswer | undefined> {
    const now = this.clock.now();
    const upload = isUpload(request);
    const body = upload ? undefined : request.body;
    const begun = await this.keys.begin({
      ...key,
      fingerprint: fingerprintOf(this.secret.bytes, request.method, request.url, body),
      now,
      leaseUntil: new Date(now.getTime() + (upload ? UPLOAD_LEASE_MS : LEASE_MS)),
      expiresAt: new Date(now.getTime() + KEPT_MS),
    });
    switch (begun.result) {
      case 'begun':
        return undefined;
      case 'answered':
        return begun.answer;
      case 'in-flight':
        throw new DomainError(
          'idempotency.in-flight',
          'A request with this Idempotency-Key is being served; repeat it in a moment for its answer.',
          { retryAfterSeconds: 1 },
        );
      case 'other-request':
        throw keyReused();
    }
  }

  private async replay(answer: StoredAnswer, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
    if (isUpload(request) && answer.uploadDigest !== undefined) {
      const digest = await this.uploads.digest(request);
      if (digest !== answer.uploadDigest) throw keyReused();
    }
    stateOf(request).replayed = true;
    void reply.status(answer.status).header('idempotency-replayed', 'true');
    if (answer.status >= 400) void reply.type('application/problem+json');
    return answer.body === undefined ? undefined : JSON.parse(answer.body);
  }

  private async keep(
    key: KeyOfRequest,
    request: FastifyRequest,
    reply: FastifyReply,
    result: unknown,
  ): Promise<unknown> {
    // A file cannot be kept; it is made again.
    if (result instanceof StreamableFile) await this.keys.giveUp(key);
    else {
      const body = result === undefined ? undefined : JSON.stringify(result);
      const { uploadDigest } = stateOf(request);
      await this.keys.complete(key, { status: reply.statusCode, body, uploadDigest });
    }
    return result;
  }

  private async refuse(key: KeyOfRequest, request: FastifyRequest, error: unknown): Promise<never> {
    const { correlationId, uploadDigest } = stateOf(request);
    const problem: Problem = toProblem(error, request.url.split('?', 1)[0] ?? '', correlationId);
    if (KEPT_REFUSALS.has(problem.status)) {
      await this.keys.complete(key, { status: problem.status, body: JSON.stringify(problem), uploadDigest });
    } else await this.keys.giveUp(key);
    throw error;
  }
}

function checkedKey(header: string | string[]): string {
  if (typeof header === 'string' && KEY.test(header)) return header;
  throw invalid([
    {
      field: 'Idempotency-Key',
      reason: 'must be 1 to 200 visible ASCII characters',
      remedy: 'Send a UUID, a new one for each new request.',
    },
  ]);
}

const keyReused = (): DomainError =>
  new DomainError(
    'idempotency.key-reused',
    'This Idempotency-Key was used for another request; send a new key for a new request.',
  );
