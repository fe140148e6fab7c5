import { Module } from '@nestjs/common';
import { PersistenceModule } from '@switchyard/platform';
import { CustomerModule } from './customer/customer.module';
import { AccountEntity } from './customer/persistence/account.entity';
import { PaymentEntity } from './customer/persistence/payment.entity';
import { CustomersAndWorkOrders1767200000101 } from './migrations/1767200000101-customers-and-work-orders';
import { WorkOrderEntity } from './work-order/persistence/work-order.entity';
import { WorkOrderModule } from './work-order/work-order.module';

/** Customers, what they paid, and what they asked for. */
@Module({
  imports: [
    PersistenceModule.forService({
      schema: 'ticket',
      entities: [AccountEntity, PaymentEntity, WorkOrderEntity],
      migrations: [CustomersAndWorkOrders1767200000101],
    }),
    CustomerModule,
    WorkOrderModule,
  ],
})
export class TicketModule {}
