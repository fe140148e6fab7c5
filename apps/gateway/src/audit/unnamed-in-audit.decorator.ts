import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The audit tells that the route was called, and neither by whom nor from where. */
    unnamedInAudit?: boolean;
  }
}

/** For what is promised to be anonymous: the audit keeps that it was sent, and not by whom. */
export const UnnamedInAudit = (): MethodDecorator => RouteConfig({ unnamedInAudit: true });

export const isUnnamed = (request: FastifyRequest): boolean =>
  request.routeOptions.config.unnamedInAudit === true;
