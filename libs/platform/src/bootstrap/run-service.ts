import type { DynamicModule, ForwardReference, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { ServiceConfig } from '../config';
import { EventRuntime } from '../events/event-runtime';
import { HealthRegistry } from '../health';
import { addHttpScope } from '../http';
import { Logger, NestLogger } from '../logging';
import { MetricsRegistry } from '../metrics';
import { NatsTransport } from '../messaging/nats/nats-transport';
import type { Transport } from '../messaging/transport';
import { Leftovers } from './leftovers';
import { PlatformModule, type PlatformParts } from './platform.module';
import { RunningService } from './running-service';

export interface ServiceDefinition<Config extends ServiceConfig = ServiceConfig> {
  /** Name of the app: queue group, log field, metrics label. */
  readonly name: string;
  readonly module: Type | DynamicModule | Promise<DynamicModule> | ForwardReference;
  readonly config: Config;
}

export interface RunOptions {
  /** Unset: NATS as the configuration says. */
  readonly transport?: Transport;
  readonly logger?: Logger;
  /** Adds plugins, hooks and OpenAPI before the service listens. */
  readonly prepare?: (app: NestFastifyApplication) => Promise<void> | void;
  /** Options of the HTTP server, e.g. `{ bodyLimit }`. */
  readonly http?: ConstructorParameters<typeof FastifyAdapter>[0];
}

/**
 * Starts a service: database up to date, transport connected, HTTP listening, events flowing. Stop it by
 * `stop()`; `stopOnSignals` does so on SIGTERM and SIGINT.
 */
export async function runService(
  definition: ServiceDefinition,
  options: RunOptions = {},
): Promise<RunningService> {
  const { name, config } = definition;
  const logger = options.logger ?? Logger.create({ name, level: config.logLevel });
  const transport = options.transport ?? natsTransport(name, config, logger);
  await transport.connect(config.startTimeoutMs);
  const leftovers = new Leftovers();
  let app: NestFastifyApplication | undefined;
  try {
    app = await createApp(definition, { transport, logger, leftovers }, options);
    await options.prepare?.(app);
    await app.startAllMicroservices();
    await app.listen({ port: config.httpPort, host: config.httpHost });
    const events = app.get(EventRuntime, { strict: false });
    await events.start();
    const service = new RunningService(name, app, transport, events, config.shutdownTimeoutMs, logger);
    logger.info('service started', { url: service.url, transport: transport.kind });
    return service;
  } catch (error) {
    await app?.close();
    await leftovers.clear();
    await transport.close();
    throw error;
  }
}

async function createApp(
  { name, module, config }: ServiceDefinition,
  { transport, logger, leftovers }: Pick<PlatformParts, 'transport' | 'logger' | 'leftovers'>,
  options: RunOptions,
): Promise<NestFastifyApplication> {
  const root: DynamicModule = {
    module: class ServiceRoot {},
    imports: [PlatformModule.forService({ name, config, logger, transport, leftovers }), module],
  };
  const adapter = new FastifyAdapter({ forceCloseConnections: 'idle', ...options.http });
  const app = await NestFactory.create<NestFastifyApplication>(root, adapter, {
    logger: new NestLogger(logger.named('Nest')),
    abortOnError: false,
  });
  addHttpScope(adapter.getInstance(), app.get(MetricsRegistry));
  app.connectMicroservice({ strategy: transport.server });
  transport.addHealthChecks(app.get(HealthRegistry));
  return app;
}

function natsTransport(name: string, config: ServiceConfig, logger: Logger): Transport {
  if (config.natsUrl !== undefined) return new NatsTransport(name, config.natsUrl, logger);
  throw new Error('NATS_URL is not set: a service that runs alone needs it, e.g. nats://127.0.0.1:4222');
}
