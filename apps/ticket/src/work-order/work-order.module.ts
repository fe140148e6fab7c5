import { Module } from '@nestjs/common';
import { GetCaseProgressHandler } from './get-case-progress/get-case-progress.handler';
import { GetWorkOrderHandler } from './get-work-order/get-work-order.handler';
import { ListWorkOrdersHandler } from './list-work-orders/list-work-orders.handler';
import { OpenWorkOrderWhenCallMissed } from './open-work-order-when-call-missed.handler';
import { OpenWorkOrderWhenHumanRequested } from './open-work-order-when-human-requested.handler';
import { OpenWorkOrderHandler } from './open-work-order/open-work-order.handler';
import { OpenWorkOrderUseCase } from './open-work-order/open-work-order.use-case';
import { TypeOrmWorkOrders } from './persistence/typeorm-work-orders';
import { QueryCodes, RandomQueryCodes } from './query-codes.port';
import { WorkOrders } from './work-orders.port';

/** What callers asked for, until it is done. */
@Module({
  controllers: [OpenWorkOrderHandler, GetCaseProgressHandler, GetWorkOrderHandler, ListWorkOrdersHandler],
  providers: [
    OpenWorkOrderUseCase,
    OpenWorkOrderWhenCallMissed,
    OpenWorkOrderWhenHumanRequested,
    { provide: WorkOrders, useClass: TypeOrmWorkOrders },
    { provide: QueryCodes, useClass: RandomQueryCodes },
  ],
})
export class WorkOrderModule {}
