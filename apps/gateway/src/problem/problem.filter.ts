import { randomUUID } from 'node:crypto';
import {
  type ArgumentsHost,
  Catch,
  type ExceptionFilter,
  Injectable,
  NotFoundException,
} from '@nestjs/common';
import { CORRELATION_HEADER, DomainError, Logger } from '@switchyard/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { RouteTable } from '../http/route-table';
import { findState } from '../request-context/request-state';
import { maskPhones } from '../access/mask-phones';
import { toProblem } from './problem';

/** Every error of every kind leaves as application/problem+json (RFC 9457). */
@Catch()
@Injectable()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger: Logger;

  constructor(
    private readonly routes: RouteTable,
    logger: Logger,
  ) {
    this.logger = logger.named('ProblemFilter');
  }

  catch(thrown: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const state = findState(request);
    const path = pathOf(request.url);
    const error = this.asMethodNotAllowed(thrown, request, reply, path);
    const correlationId = state?.correlationId ?? randomUUID();
    const problem = toProblem(error, path, correlationId);
    if (state) state.outcomeCode = problem.code;
    if (problem.status === 500)
      this.logger.error('request failed', { err: error, method: request.method, path });
    if (reply.sent || reply.raw.headersSent) {
      // The answer has begun; all that is left is to cut it off, so that it is not taken for whole.
      reply.raw.destroy();
      return;
    }
    const retryAfter = problem.details?.['retryAfterSeconds'];
    if (typeof retryAfter === 'number') reply.header('retry-after', String(retryAfter));
    if (problem.status === 401) reply.header('www-authenticate', 'Bearer realm="switchyard"');
    void reply
      .status(problem.status)
      .header(CORRELATION_HEADER, correlationId)
      .type('application/problem+json')
      .send(state?.actor.permissions.includes('phone:read') ? problem : maskPhones(problem));
  }

  /** A path that other methods serve is not "not found". */
  private asMethodNotAllowed(
    error: unknown,
    request: FastifyRequest,
    reply: FastifyReply,
    path: string,
  ): unknown {
    if (!(error instanceof NotFoundException)) return error;
    const methods = this.routes.methodsOf(path);
    if (methods.length === 0) {
      return new NotFoundException(`There is nothing at ${path}; /api/docs lists every path.`);
    }
    reply.header('allow', methods.join(', '));
    return new DomainError(
      'route.method-not-allowed',
      `${path} does not take ${request.method}; use ${methods.join(', ')}.`,
    );
  }
}

function pathOf(url: string): string {
  const query = url.indexOf('?');
  return query < 0 ? url : url.slice(0, query);
}
