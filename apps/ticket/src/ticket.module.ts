import { Module } from '@nestjs/common';
import { CHINESE_CALENDAR_DOCUMENT } from '@switchyard/domain';
import { calendarMigration, calendarVersions, PersistenceModule } from '@switchyard/platform';
import { AnonymityModule } from './anonymity/anonymity.module';
import { AreaModule } from './area/area.module';
import { BillingModule } from './billing/billing.module';
import { CorrectnessModule } from './correctness/correctness.module';
import { CustomerModule } from './customer/customer.module';
import { PaymentEntity } from './customer/persistence/payment.entity';
import { DeskLogModule } from './desk-log/desk-log.module';
import { FieldWorkModule } from './field-work/field-work.module';
import { FollowUpModule } from './follow-up/follow-up.module';
import { HandoverModule } from './handover/handover.module';
import { KnowledgeModule } from './knowledge/knowledge.module';
import { CustomersAndWorkOrders1767200000101 } from './migrations/1767200000101-customers-and-work-orders';
import { WhatMenusNeed1767200000102 } from './migrations/1767200000102-what-menus-need';
import { NewestPayment1767200000103 } from './migrations/1767200000103-newest-payment';
import { WorkOrderHistory1767200000110 } from './migrations/1767200000110-work-order-history';
import { ServiceClocks1767200000111 } from './migrations/1767200000111-service-clocks';
import { OutageNotices1767200000112 } from './migrations/1767200000112-outage-notices';
import { FollowUp1767200000113 } from './migrations/1767200000113-follow-up';
import { CustomerStanding1767200000114 } from './migrations/1767200000114-customer-standing';
import { Knowledge1767200000115 } from './migrations/1767200000115-knowledge';
import { Anonymity1767200000116 } from './migrations/1767200000116-anonymity';
import { Handover1767200000117 } from './migrations/1767200000117-handover';
import { ReservedQueryCodes1767200000118 } from './migrations/1767200000118-reserved-query-codes';
import { Correctness1767200000119 } from './migrations/1767200000119-correctness';
import { Webhooks1767200000121 } from './migrations/1767200000121-webhooks';
import { Spreads1767200000122 } from './migrations/1767200000122-spreads';
import { WorkOrdersOfCalls1767200000123 } from './migrations/1767200000123-work-orders-of-calls';
import { OutageModule } from './outage/outage.module';
import { PolicyModule } from './policy/policy.module';
import { RegisterImportModule } from './register-import/register-import.module';
import { ReportModule } from './report/report.module';
import { ServiceClockModule } from './service-clock/service-clock.module';
import { TelephoneAccessModule } from './telephone-access/telephone-access.module';
import { WebhookModule } from './webhook/webhook.module';
import { AttachmentUsesModule } from './work-order/attachment-uses/attachment-uses.module';
import { CallUsesModule } from './work-order/call-uses/call-uses.module';
import { WorkOrderModule } from './work-order/work-order.module';

/** Customers, what they owe and paid, where supply is out, and what callers asked for. */
@Module({
  imports: [
    PersistenceModule.forService({
      schema: 'ticket',
      entities: [PaymentEntity],
      migrations: [
        CustomersAndWorkOrders1767200000101,
        WhatMenusNeed1767200000102,
        NewestPayment1767200000103,
        calendarMigration(CHINESE_CALENDAR_DOCUMENT),
        calendarVersions('1767200000105'),
        WorkOrderHistory1767200000110,
        ServiceClocks1767200000111,
        OutageNotices1767200000112,
        FollowUp1767200000113,
        CustomerStanding1767200000114,
        Knowledge1767200000115,
        Anonymity1767200000116,
        Handover1767200000117,
        ReservedQueryCodes1767200000118,
        Correctness1767200000119,
        Webhooks1767200000121,
        Spreads1767200000122,
        WorkOrdersOfCalls1767200000123,
      ],
    }),
    AnonymityModule,
    AreaModule,
    AttachmentUsesModule,
    BillingModule,
    CallUsesModule,
    CorrectnessModule,
    CustomerModule,
    DeskLogModule,
    FieldWorkModule,
    FollowUpModule,
    HandoverModule,
    KnowledgeModule,
    OutageModule,
    PolicyModule,
    RegisterImportModule,
    ReportModule,
    ServiceClockModule,
    TelephoneAccessModule,
    WebhookModule,
    WorkOrderModule,
  ],
})
export class TicketModule {}
