import { Injectable } from '@nestjs/common';
import { RpcException } from '@nestjs/microservices';
import { COMMON_ERRORS, type Operation, type RequestContext } from '@switchyard/contracts';
import { CONTEXT_HEADER, decodeContext, runInContext } from '../context';
import { DomainError, toEnvelope } from '../errors';
import { Logger } from '../logging';
import { DURATION_BUCKETS, MetricsRegistry } from '../metrics';
import { plainMessage } from './validation/plain-message';
import { parseMessage } from './validate-message';

/** The service's end of every operation: checks the request, runs the handler, turns errors into envelopes. */
@Injectable()
export class OperationEdge {
  private readonly logger: Logger;

  private readonly durations;

  constructor(logger: Logger, metrics: MetricsRegistry) {
    this.logger = logger.named('Operations');
    this.durations = metrics.histogram({
      name: 'operation_duration_seconds',
      help: 'Time to serve an operation, by outcome (ok or error code).',
      labelNames: ['operation', 'outcome'],
      buckets: DURATION_BUCKETS,
    });
  }

  async serve<Request extends object, Reply extends object>(
    operation: Operation<Request, Reply>,
    data: unknown,
    transportContext: unknown,
    handler: (request: Request, context: RequestContext) => Promise<Reply>,
  ): Promise<unknown> {
    const context = decodeContext(headerOf(transportContext));
    return runInContext(context, async () => {
      const stop = this.durations.startTimer({ operation: operation.subject });
      try {
        const request = await parseMessage(operation.request, data);
        const reply = await handler(request, context);
        stop({ outcome: 'ok' });
        return plainMessage(reply);
      } catch (error) {
        const envelope = toEnvelope(error);
        stop({ outcome: envelope.code });
        this.log(operation, error);
        throw new RpcException(envelope);
      }
    });
  }

  private log(operation: Operation<object, object>, error: unknown): void {
    const fields = { operation: operation.subject, err: error };
    if (!(error instanceof DomainError)) this.logger.error('operation failed', fields);
    else if (isDeclared(operation, error.code)) this.logger.debug('operation refused', fields);
    else this.logger.warn('operation answered an error code that its contract does not declare', fields);
  }
}

function isDeclared(operation: Operation<object, object>, code: string): boolean {
  return operation.errors.includes(code) || Object.values<string>(COMMON_ERRORS).includes(code);
}

/** Both transports hand the handler an object with `getHeaders()`, whose result has `get(name)`. */
function headerOf(transportContext: unknown): string | undefined {
  const { getHeaders } = (transportContext ?? {}) as { getHeaders?: () => unknown };
  if (typeof getHeaders !== 'function') return undefined;
  const headers = getHeaders.call(transportContext) as { get?: (name: string) => unknown } | undefined;
  const value = headers?.get?.(CONTEXT_HEADER);
  return typeof value === 'string' ? value : undefined;
}
