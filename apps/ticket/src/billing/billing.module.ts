import { Module } from '@nestjs/common';
import { CustomerModule } from '../customer/customer.module';
import { PolicyModule } from '../policy/policy.module';
import { ArrearsRegister } from './arrears.port';
import { Bills } from './bills.port';
import { GetLatestBillHandler } from './get-latest-bill/get-latest-bill.handler';
import { ListArrearsHandler } from './list-arrears/list-arrears.handler';
import { ListArrears } from './list-arrears/list-arrears.use-case';
import { ListBillsHandler } from './list-bills/list-bills.handler';
import { PgArrearsRegister } from './persistence/pg-arrears-register';
import { PgBills } from './persistence/pg-bills';
import { PutArrearsHandler } from './put-arrears/put-arrears.handler';
import { PutBillHandler } from './put-bill/put-bill.handler';

/** Bills and arrears as the billing system tells them. */
@Module({
  imports: [CustomerModule, PolicyModule],
  controllers: [
    GetLatestBillHandler,
    ListArrearsHandler,
    ListBillsHandler,
    PutArrearsHandler,
    PutBillHandler,
  ],
  providers: [
    ListArrears,
    { provide: ArrearsRegister, useClass: PgArrearsRegister },
    { provide: Bills, useClass: PgBills },
  ],
})
export class BillingModule {}
