import {
  type DynamicModule,
  Module,
  type OnApplicationBootstrap,
  type Provider,
  type Type,
} from '@nestjs/common';
import { CLOCK, type Clock, Logger, Repeat, ShutdownHooks } from '@switchyard/platform';
import { QueueLog } from '../telephony/queue-log/queue-log.port';
import { FigureTargetsHandler } from './figure-targets/figure-targets.handler';
import { FigureTargetsStore } from './figure-targets/figure-targets.port';
import { FigureRows } from './figures/figure-rows.port';
import { FillFromQueueLog } from './fill-from-queue-log/fill-from-queue-log.use-case';
import { FilledStays } from './fill-from-queue-log/filled-stays.port';
import { GetLiveQueueFiguresHandler } from './get-live-queue-figures/get-live-queue-figures.handler';
import { GetLiveQueueFigures } from './get-live-queue-figures/get-live-queue-figures.use-case';
import { GetQueueFiguresHandler } from './get-queue-figures/get-queue-figures.handler';
import { GetQueueFigures } from './get-queue-figures/get-queue-figures.use-case';
import { GetRatingFiguresHandler } from './get-rating-figures/get-rating-figures.handler';
import { GetRatingFigures } from './get-rating-figures/get-rating-figures.use-case';
import { PgFigureRows } from './persistence/pg-figure-rows';
import { PgFigureTargets } from './persistence/pg-figure-targets';
import { PgFilledStays } from './persistence/pg-filled-stays';

const FILL_EVERY_MS = 30_000;

const HANDLERS: Type[] = [
  FigureTargetsHandler,
  GetLiveQueueFiguresHandler,
  GetQueueFiguresHandler,
  GetRatingFiguresHandler,
];

const PROVIDERS: Provider[] = [
  { provide: FigureRows, useClass: PgFigureRows },
  { provide: FigureTargetsStore, useClass: PgFigureTargets },
  { provide: FilledStays, useClass: PgFilledStays },
  GetLiveQueueFigures,
  GetQueueFigures,
  GetRatingFigures,
  {
    provide: FillFromQueueLog,
    inject: [QueueLog, FilledStays, CLOCK, Logger],
    useFactory: (log: QueueLog, stays: FilledStays, clock: Clock, logger: Logger) =>
      new FillFromQueueLog(log, stays, clock, logger.named('QueueLog')),
  },
];

/** Figures of queues and ratings, live and by quarter hour. */
@Module({})
export class QueueFiguresModule implements OnApplicationBootstrap {
  /** `imports` give QueueLog. */
  static forRoot(imports: DynamicModule['imports']): DynamicModule {
    return { module: QueueFiguresModule, imports, controllers: HANDLERS, providers: PROVIDERS };
  }

  constructor(
    private readonly fillFromQueueLog: FillFromQueueLog,
    private readonly shutdown: ShutdownHooks,
    private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    const filling = new Repeat(
      'filling in from the queue log',
      FILL_EVERY_MS,
      () => this.fillFromQueueLog.execute(),
      this.logger,
    );
    this.shutdown.add('queue log', () => filling.stop());
    filling.start();
  }
}
