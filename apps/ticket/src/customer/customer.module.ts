import { Module } from '@nestjs/common';
import { Accounts } from './accounts.port';
import { GetAccountHandler } from './get-account/get-account.handler';
import { ListPaymentsHandler } from './list-payments/list-payments.handler';
import { Payments } from './payments.port';
import { TypeOrmAccounts } from './persistence/typeorm-accounts';
import { TypeOrmPayments } from './persistence/typeorm-payments';
import { RecordPaymentHandler } from './record-payment/record-payment.handler';
import { RecordPaymentUseCase } from './record-payment/record-payment.use-case';
import { RegisterAccountHandler } from './register-account/register-account.handler';
import { RegisterAccountUseCase } from './register-account/register-account.use-case';

/** Customer accounts and what was paid on them. */
@Module({
  controllers: [GetAccountHandler, ListPaymentsHandler, RecordPaymentHandler, RegisterAccountHandler],
  providers: [
    RecordPaymentUseCase,
    RegisterAccountUseCase,
    { provide: Accounts, useClass: TypeOrmAccounts },
    { provide: Payments, useClass: TypeOrmPayments },
  ],
})
export class CustomerModule {}
