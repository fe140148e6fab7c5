import { Inject, Injectable } from '@nestjs/common';
import { COMMON_ERRORS, type Operation, type RequestContext } from '@switchyard/contracts';
import { encodeContext } from '../context';
import { DomainError, fromEnvelope, isEnvelope } from '../errors';
import { DURATION_BUCKETS, MetricsRegistry } from '../metrics';
import { TimeoutError } from '../time';
import { NobodyAnswers, RemoteFailure, TRANSPORT, type Transport } from './transport';
import { plainMessage } from './validation/plain-message';
import { parseMessage, parseReply } from './validate-message';

export interface CallOptions {
  /** Milliseconds to wait for the reply; default 5000. */
  readonly timeoutMs?: number;
  /**
   * For what nobody waits for just now: it may travel with others of its kind, for which it waits some 50 ms when many are
   * asked.
   */
  readonly gathered?: boolean;
}

const DEFAULT_TIMEOUT_MS = 5_000;

/** The caller's end of every operation. */
@Injectable()
export class OperationClient {
  private readonly durations;

  constructor(
    @Inject(TRANSPORT) private readonly transport: Transport,
    metrics: MetricsRegistry,
  ) {
    this.durations = metrics.histogram({
      name: 'operation_call_duration_seconds',
      help: 'Time that calls of other services took, by outcome (ok or error code).',
      labelNames: ['operation', 'outcome'],
      buckets: DURATION_BUCKETS,
    });
  }

  /**
   * Asks another service and waits for its reply.
   * @throws DomainError with the code that the other side answered; `request.invalid` when the request
   * does not fit its contract (it is not sent then); `service.unavailable` when nobody answers in time.
   */
  async call<Request extends object, Reply extends object>(
    operation: Operation<Request, Reply>,
    request: Request,
    context: RequestContext,
    options: CallOptions = {},
  ): Promise<Reply> {
    const stop = this.durations.startTimer({ operation: operation.subject });
    try {
      const plain = plainMessage(request);
      await parseMessage(operation.request, plain);
      const reply = await this.send(operation, plain, context, options);
      stop({ outcome: 'ok' });
      return reply;
    } catch (error) {
      const failure = translate(operation.subject, error);
      stop({ outcome: failure instanceof DomainError ? failure.code : COMMON_ERRORS.internal });
      throw failure;
    }
  }

  private async send<Request extends object, Reply extends object>(
    operation: Operation<Request, Reply>,
    plain: unknown,
    context: RequestContext,
    { timeoutMs = DEFAULT_TIMEOUT_MS, gathered = false }: CallOptions,
  ): Promise<Reply> {
    const header = encodeContext(context);
    const answer = await this.transport.request(operation.subject, plain, header, timeoutMs, { gathered });
    try {
      return await parseReply(operation.reply, answer);
    } catch (error) {
      const message = `The reply of ${operation.subject} does not fit its contract.`;
      throw new DomainError(COMMON_ERRORS.internal, message, undefined, { cause: error });
    }
  }
}

function translate(subject: string, error: unknown): unknown {
  if (error instanceof RemoteFailure) {
    if (isEnvelope(error.answer)) return fromEnvelope(error.answer);
    const message = `${subject} failed without telling why.`;
    return new DomainError(COMMON_ERRORS.internal, message, undefined, { cause: error });
  }
  if (error instanceof NobodyAnswers || error instanceof TimeoutError) {
    const message = `${subject.split('.')[0]} does not answer; try again.`;
    return new DomainError(COMMON_ERRORS.unavailable, message, { subject }, { cause: error });
  }
  return error;
}
