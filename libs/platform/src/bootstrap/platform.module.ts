import { type DynamicModule, Module } from '@nestjs/common';
import { CLOCK, SystemClock } from '../clock';
import { ServiceConfig } from '../config';
import { FILE_STORE, FolderFileStore } from '../files';
import { HealthController } from '../health/health.controller';
import { HealthRegistry } from '../health';
import { Logger } from '../logging';
import { MetricsController } from '../metrics/metrics.controller';
import { MetricsRegistry } from '../metrics';
import { OperationClient } from '../messaging/operation-client';
import { OperationEdge } from '../messaging/operation-edge';
import { TRANSPORT, type Transport } from '../messaging/transport';
import { Leftovers } from './leftovers';
import { ShutdownHooks } from './shutdown';

export interface PlatformParts {
  readonly name: string;
  readonly config: ServiceConfig;
  readonly logger: Logger;
  readonly transport: Transport;
  readonly leftovers: Leftovers;
}

/** What every service has, whatever it does. Visible everywhere in the service. */
@Module({})
export class PlatformModule {
  static forService({ name, config, logger, transport, leftovers }: PlatformParts): DynamicModule {
    const exported = [
      { provide: ServiceConfig, useValue: config },
      { provide: config.constructor as new () => ServiceConfig, useValue: config },
      { provide: Logger, useValue: logger },
      { provide: Leftovers, useValue: leftovers },
      { provide: TRANSPORT, useValue: transport },
      { provide: CLOCK, useClass: SystemClock },
      { provide: FILE_STORE, useFactory: () => new FolderFileStore(config.filesDir) },
      { provide: MetricsRegistry, useFactory: () => new MetricsRegistry(name, { defaultMetrics: true }) },
      HealthRegistry,
      ShutdownHooks,
      OperationEdge,
      OperationClient,
    ];
    return {
      module: PlatformModule,
      global: true,
      controllers: [HealthController, MetricsController],
      providers: exported,
      exports: exported,
    };
  }
}
