import { Module } from '@nestjs/common';
import { Accounts } from './accounts.port';
import { FindCustomerHandler } from './find-customer/find-customer.handler';
import { GetAccountHandler } from './get-account/get-account.handler';
import { GetNewestPaymentHandler } from './get-newest-payment/get-newest-payment.handler';
import { ListAccountsHandler } from './list-accounts/list-accounts.handler';
import { ListPaymentsHandler } from './list-payments/list-payments.handler';
import { Payments } from './payments.port';
import { PgAccounts } from './persistence/pg-accounts';
import { TypeOrmPayments } from './persistence/typeorm-payments';
import { RecordPaymentHandler } from './record-payment/record-payment.handler';
import { RecordPaymentUseCase } from './record-payment/record-payment.use-case';
import { RegisterAccountHandler } from './register-account/register-account.handler';
import { RegisterAccountUseCase } from './register-account/register-account.use-case';

/** Customer accounts and what was paid on them. */
@Module({
  controllers: [
    FindCustomerHandler,
    GetAccountHandler,
    GetNewestPaymentHandler,
    ListAccountsHandler,
    ListPaymentsHandler,
    RecordPaymentHandler,
    RegisterAccountHandler,
  ],
  providers: [
    RecordPaymentUseCase,
    RegisterAccountUseCase,
    { provide: Accounts, useClass: PgAccounts },
    { provide: Payments, useClass: TypeOrmPayments },
  ],
  exports: [Accounts, Payments],
})
export class CustomerModule {}
