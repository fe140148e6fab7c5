import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { currentContext } from '@switchyard/platform';
import { FinishAudit } from '../audit/finish-audit';
import { GatewayConfig } from '../gateway.config';
import { serveDocumentation } from '../openapi/serve-documentation';
import { beginState } from '../request-context/request-state';
import { addUploadParsers } from '../uploads/upload-parsers';
import { API_PREFIX } from './api-prefix';
import { addRateLimits } from './rate-limits';
import { RouteTable } from './route-table';
import { securityHeaders } from './security-headers';

/** Everything of HTTP that is not a controller: hooks, plugins, limits, documentation. */
export async function prepareGateway(app: NestFastifyApplication): Promise<void> {
  const config = app.get(GatewayConfig);
  const routes = app.get(RouteTable);
  const audit = app.get(FinishAudit);
  const fastify = app.getHttpAdapter().getInstance();
  app.setGlobalPrefix(API_PREFIX, { exclude: ['health/live', 'health/ready', 'metrics'] });
  fastify.addHook('onRoute', ({ method, url }) => routes.add(method, url));
  fastify.addHook('onRequest', (request, reply, done) => {
    const context = currentContext();
    if (!context) throw new Error('a request came without its context');
    beginState(request, context.correlationId);
    securityHeaders(request, reply);
    done();
  });
  fastify.addHook('onSend', async (request, reply, payload: unknown) => {
    await audit.onSend(request, reply);
    return payload;
  });
  app.useBodyParser('application/json', { bodyLimit: config.bodyMaxKb * 1024 });
  await addRateLimits(app, config);
  await addUploadParsers(app, config.uploadMaxMb * 1024 * 1024);
  if (config.corsOrigins.length > 0) {
    app.enableCors({
      origin: config.corsOrigins,
      exposedHeaders: ['x-correlation-id', 'idempotency-replayed'],
    });
  }
  serveDocumentation(app);
}
