import { type DynamicModule, Module, type OnModuleInit } from '@nestjs/common';
import { getDataSourceToken, TypeOrmModule } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Leftovers } from '../bootstrap/leftovers';
import { ServiceConfig } from '../config';
import { EventsModule } from '../events/events.module';
import { HealthRegistry } from '../health';
import { Logger } from '../logging';
import { openDataSource, type ServicePersistence } from './data-source';
import { UnitOfWork } from './unit-of-work';

/**
 * The service's own schema: DataSource, UnitOfWork, outbox and inbox. Imported once, by the service's
 * root module; what it provides is visible everywhere in the service.
 */
@Module({})
export class PersistenceModule implements OnModuleInit {
  constructor(
    private readonly health: HealthRegistry,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  static forService(persistence: ServicePersistence): DynamicModule {
    // Named, because standalone has four of them in one process.
    const name = persistence.schema;
    let open: Promise<DataSource> | undefined;
    return {
      module: PersistenceModule,
      global: true,
      imports: [
        TypeOrmModule.forRootAsync({
          name,
          inject: [ServiceConfig, Logger, Leftovers],
          useFactory: (config: ServiceConfig, logger: Logger, leftovers: Leftovers) => {
            open = openDataSource(persistence, config, logger.named('Persistence'));
            leftovers.add(() => closeWhenOpen(open));
            // Awaited by the factory below; a failure is reported there.
            open.catch(() => undefined);
            return { type: 'postgres', retryAttempts: 0 };
          },
          dataSourceFactory: async () => {
            if (open === undefined) throw new Error(`the data source of ${name} was not configured`);
            return open;
          },
        }),
        EventsModule,
      ],
      providers: [
        { provide: DataSource, useExisting: getDataSourceToken(name) },
        {
          provide: UnitOfWork,
          inject: [DataSource, Logger],
          useFactory: (dataSource: DataSource, logger: Logger) =>
            new UnitOfWork(dataSource, logger.named('UnitOfWork')),
        },
      ],
      exports: [DataSource, UnitOfWork, EventsModule],
    };
  }

  onModuleInit(): void {
    this.health.add('postgres', async () => {
      await this.unitOfWork.query('SELECT 1');
    });
  }
}

async function closeWhenOpen(open: Promise<DataSource> | undefined): Promise<void> {
  const dataSource = await open;
  if (dataSource?.isInitialized === true) await dataSource.destroy();
}
