import { Module } from '@nestjs/common';
import { PolicyModule } from '../policy/policy.module';
import { Accounts } from './accounts.port';
import { CustomerValueHandler } from './customer-value/customer-value.handler';
import { ReckonCustomers } from './customer-value/reckon-customers';
import { RunCustomerValues } from './customer-value/run-customer-values';
import { RunDaily } from './customer-value/run-daily';
import { ValueRuns } from './customer-value/value-runs.port';
import { ValuedAccounts } from './customer-value/valued-accounts.port';
import { FindCustomerHandler } from './find-customer/find-customer.handler';
import { GetAccountHandler } from './get-account/get-account.handler';
import { GetNewestPaymentHandler } from './get-newest-payment/get-newest-payment.handler';
import { ListAccountsHandler } from './list-accounts/list-accounts.handler';
import { ListPaymentsHandler } from './list-payments/list-payments.handler';
import { Payments } from './payments.port';
import { PgAccounts } from './persistence/pg-accounts';
import { PgStandings } from './persistence/pg-standings';
import { PgValueRuns } from './persistence/pg-value-runs';
import { PgValuedAccounts } from './persistence/pg-valued-accounts';
import { TypeOrmPayments } from './persistence/typeorm-payments';
import { RecordPaymentHandler } from './record-payment/record-payment.handler';
import { RecordPaymentUseCase } from './record-payment/record-payment.use-case';
import { RegisterAccountHandler } from './register-account/register-account.handler';
import { RegisterAccountUseCase } from './register-account/register-account.use-case';
import { ListStandingChangesHandler } from './standing/list-standing-changes.handler';
import { ReleaseValueTierHandler } from './standing/release-value-tier.handler';
import { SetStandingHandler } from './standing/set-standing.handler';
import { Standings } from './standing/standings.port';

/** Customer accounts, what was paid on them, and what customers are to us (§17). */
@Module({
  imports: [PolicyModule],
  controllers: [
    CustomerValueHandler,
    ListStandingChangesHandler,
    ReleaseValueTierHandler,
    SetStandingHandler,
    FindCustomerHandler,
    GetAccountHandler,
    GetNewestPaymentHandler,
    ListAccountsHandler,
    ListPaymentsHandler,
    RecordPaymentHandler,
    RegisterAccountHandler,
  ],
  providers: [
    ReckonCustomers,
    RecordPaymentUseCase,
    RunCustomerValues,
    RunDaily,
    RegisterAccountUseCase,
    { provide: Accounts, useClass: PgAccounts },
    { provide: Standings, useClass: PgStandings },
    { provide: ValueRuns, useClass: PgValueRuns },
    { provide: ValuedAccounts, useClass: PgValuedAccounts },
    { provide: Payments, useClass: TypeOrmPayments },
  ],
  exports: [Accounts, Payments],
})
export class CustomerModule {}
