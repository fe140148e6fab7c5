import { Module } from '@nestjs/common';
import { CustomerCalls } from './customer-calls.port';
import { ListAccountNoticesHandler } from './list-account-notices/list-account-notices.handler';
import { ListAccountRatingsHandler } from './list-account-ratings/list-account-ratings.handler';
import { PgCustomerCalls } from './persistence/pg-customer-calls';

/** Notices to a customer and ratings by one, for whoever looks at the customer as a whole. */
@Module({
  controllers: [ListAccountNoticesHandler, ListAccountRatingsHandler],
  providers: [{ provide: CustomerCalls, useClass: PgCustomerCalls }],
})
export class CustomerCallsModule {}
