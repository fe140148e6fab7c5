import { type DynamicModule, Inject, Module, type OnModuleDestroy } from '@nestjs/common';
import { Logger, UnitOfWork } from '@switchyard/platform';
import { CallRecords, NoCallRecords } from './call-records';
import { PgCallRecords } from './call-records/persistence/pg-call-records';
import { openTelephony, type Telephony } from './open-telephony';
import { TelephonyConfig } from './telephony.config';
import { NoQueueLog, QueueLog } from './queue-log';
import { PgQueueLog } from './queue-log/persistence/pg-queue-log';
import { QUEUE_NODES, TELEPHONY_NODES } from './telephony.tokens';

const TELEPHONY = Symbol('TELEPHONY');

/** Gives the PBX nodes, not yet connected, their queues, and the PBX's own records. */
@Module({})
export class TelephonyModule implements OnModuleDestroy {
  constructor(@Inject(TELEPHONY) private readonly telephony: Telephony) {}

  static forRoot(config: TelephonyConfig): DynamicModule {
    return {
      module: TelephonyModule,
      providers: [
        { provide: TelephonyConfig, useValue: config },
        {
          provide: TELEPHONY,
          inject: [Logger],
          useFactory: (logger: Logger) => openTelephony(config, logger.named('Telephony')),
        },
        {
          provide: TELEPHONY_NODES,
          inject: [TELEPHONY],
          useFactory: ({ nodes }: Telephony) => nodes,
        },
        {
          provide: QUEUE_NODES,
          inject: [TELEPHONY],
          useFactory: ({ queueNodes }: Telephony) => queueNodes,
        },
        {
          provide: QueueLog,
          inject: [UnitOfWork],
          useFactory: (unitOfWork: UnitOfWork) =>
            config.pbx === 'simulator' ? new NoQueueLog() : new PgQueueLog(unitOfWork),
        },
        {
          provide: CallRecords,
          inject: [UnitOfWork],
          useFactory: (unitOfWork: UnitOfWork) =>
            config.pbx === 'simulator' ? new NoCallRecords() : new PgCallRecords(unitOfWork),
        },
      ],
      exports: [TELEPHONY_NODES, QUEUE_NODES, CallRecords, QueueLog],
    };
  }

  async onModuleDestroy(): Promise<void> {
    await this.telephony.close();
  }
}
