import rateLimit from '@fastify/rate-limit';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DomainError } from '@switchyard/platform';
import type { FastifyRequest } from 'fastify';
import { GatewayConfig } from '../gateway.config';

const SIGN_IN = /^\/api\/v1\/sign-in(\/|\?|$)/;
const PROBES = /^\/(health|metrics)(\/|\?|$)/;

const isSignIn = (request: FastifyRequest): boolean => SIGN_IN.test(request.url);

/** Limits by network address, sign-in apart and stricter. Each process of the gateway counts by itself. */
export async function addRateLimits(app: NestFastifyApplication, config: GatewayConfig): Promise<void> {
  await app.register(rateLimit, {
    global: true,
    timeWindow: '1 minute',
    max: (request: FastifyRequest) => (isSignIn(request) ? config.signInRatePerMinute : config.ratePerMinute),
    keyGenerator: (request: FastifyRequest) => `${isSignIn(request) ? 'sign-in' : 'api'} ${request.ip}`,
    allowList: (request: FastifyRequest) => PROBES.test(request.url),
    errorResponseBuilder: (_request: FastifyRequest, { ttl, max }: { ttl: number; max: number }) =>
      new DomainError('request.rate-limited', `More than ${max} requests in a minute; wait and try again.`, {
        retryAfterSeconds: Math.ceil(ttl / 1000),
      }),
  });
}
