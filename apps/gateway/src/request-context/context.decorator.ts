import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { RequestContext } from '@switchyard/contracts';
import type { FastifyRequest } from 'fastify';
import { contextOf } from './request-state';

/** Correlation id and actor of the request, as `OperationClient.call` wants them. */
export const Context = createParamDecorator((_data: unknown, execution: ExecutionContext): RequestContext =>
  contextOf(execution.switchToHttp().getRequest<FastifyRequest>()),
);
