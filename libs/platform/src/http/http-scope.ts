import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ANONYMOUS, runInContext } from '../context';
import { DURATION_BUCKETS, type MetricsRegistry } from '../metrics';

export const CORRELATION_HEADER = 'x-correlation-id';

const ACCEPTABLE = /^[\w-]{8,64}$/;

/** Gives every HTTP request a correlation id (its own, where it brings a sound one) and measures it. */
export function addHttpScope(fastify: FastifyInstance, metrics: MetricsRegistry): void {
  const durations = metrics.histogram({
    name: 'http_request_duration_seconds',
    help: 'Time to answer an HTTP request.',
    labelNames: ['method', 'route', 'status'],
    buckets: DURATION_BUCKETS,
  });
  fastify.addHook('onRequest', (request, reply, done) => {
    const correlationId = correlationOf(request);
    void reply.header(CORRELATION_HEADER, correlationId);
    runInContext({ correlationId, actor: ANONYMOUS }, done);
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'unknown';
    durations.observe({ method: request.method, route, status: reply.statusCode }, reply.elapsedTime / 1000);
    done();
  });
}

function correlationOf(request: FastifyRequest): string {
  const given = request.headers[CORRELATION_HEADER];
  return typeof given === 'string' && ACCEPTABLE.test(given) ? given : randomUUID();
}
