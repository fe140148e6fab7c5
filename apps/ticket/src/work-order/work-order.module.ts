import { Module } from '@nestjs/common';
import { GetCaseProgressHandler } from './get-case-progress/get-case-progress.handler';
import { GetWorkOrderHandler } from './get-work-order/get-work-order.handler';
import { ListWorkOrdersHandler } from './list-work-orders/list-work-orders.handler';
import { OpenWorkOrderWhenCallMissed } from './open-work-order-when-call-missed.handler';
import { OpenWorkOrderWhenHumanRequested } from './open-work-order-when-human-requested.handler';
import { OpenWorkOrderHandler } from './open-work-order/open-work-order.handler';
import { OpenWorkOrderUseCase } from './open-work-order/open-work-order.use-case';
import { PgReservedCodes } from './persistence/pg-reserved-codes';
import { KindDefinitions } from './kinds/kind-definitions';
import { KindVersions } from './kinds/kind-versions.port';
import { PgKindVersions } from './persistence/pg-kind-versions';
import { PgWorkOrderEvents } from './persistence/pg-work-order-events';
import { PgWorkOrders } from './persistence/pg-work-orders';
import { PrepareHistory } from './prepare-history';
import { QueryCodes, RandomQueryCodes } from './query-codes.port';
import { ReserveQueryCodesHandler } from './reserved-codes/reserve-query-codes.handler';
import { ReserveQueryCodesUseCase } from './reserved-codes/reserve-query-codes.use-case';
import { ReservedCodes } from './reserved-codes/reserved-codes.port';
import { StoredJournal } from './stored-journal';
import { WorkOrderEvents } from './work-order-events.port';
import { WorkOrderJournal } from './work-order-journal';
import { WorkOrderReactions } from './work-order-reactions';
import { WorkOrders } from './work-orders.port';

/** What callers asked for, until it is done. */
@Module({
  controllers: [
    OpenWorkOrderHandler,
    GetCaseProgressHandler,
    GetWorkOrderHandler,
    ListWorkOrdersHandler,
    ReserveQueryCodesHandler,
  ],
  providers: [
    OpenWorkOrderUseCase,
    ReserveQueryCodesUseCase,
    OpenWorkOrderWhenCallMissed,
    OpenWorkOrderWhenHumanRequested,
    KindDefinitions,
    PrepareHistory,
    StoredJournal,
    WorkOrderReactions,
    { provide: WorkOrderJournal, useExisting: StoredJournal },
    { provide: WorkOrders, useClass: PgWorkOrders },
    { provide: WorkOrderEvents, useClass: PgWorkOrderEvents },
    { provide: KindVersions, useClass: PgKindVersions },
    { provide: ReservedCodes, useClass: PgReservedCodes },
    { provide: QueryCodes, useClass: RandomQueryCodes },
  ],
  exports: [OpenWorkOrderUseCase, WorkOrderJournal, WorkOrderReactions, WorkOrders],
})
export class WorkOrderModule {}
