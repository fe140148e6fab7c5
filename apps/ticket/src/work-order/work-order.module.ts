import { Module } from '@nestjs/common';
import { GetWorkOrderHandler } from './get-work-order/get-work-order.handler';
import { ListWorkOrdersHandler } from './list-work-orders/list-work-orders.handler';
import { OpenWorkOrderWhenHumanRequested } from './open-work-order-when-human-requested.handler';
import { OpenWorkOrderHandler } from './open-work-order/open-work-order.handler';
import { OpenWorkOrderUseCase } from './open-work-order/open-work-order.use-case';
import { TypeOrmWorkOrders } from './persistence/typeorm-work-orders';
import { QueryCodes, RandomQueryCodes } from './query-codes.port';
import { WorkOrders } from './work-orders.port';

/** What callers asked for, until it is done. */
@Module({
  controllers: [OpenWorkOrderHandler, GetWorkOrderHandler, ListWorkOrdersHandler],
  providers: [
    OpenWorkOrderUseCase,
    OpenWorkOrderWhenHumanRequested,
    { provide: WorkOrders, useClass: TypeOrmWorkOrders },
    { provide: QueryCodes, useClass: RandomQueryCodes },
  ],
})
export class WorkOrderModule {}
