import { Module } from '@nestjs/common';
import { AreaModule } from '../area/area.module';
import { WorkingCalendarModule } from '../calendar/working-calendar.module';
import { CustomerModule } from '../customer/customer.module';
import { PolicyModule } from '../policy/policy.module';
import { ServiceClockModule } from '../service-clock/service-clock.module';
import { CancelOutageHandler } from './cancel-outage/cancel-outage.handler';
import { ChangeOutage } from './change-outage';
import { GetOutageHandler } from './get-outage/get-outage.handler';
import { GetOutageHistoryHandler } from './get-outage-history/get-outage-history.handler';
import { JudgeOutage } from './judge-outage';
import { ListKnownOutagesHandler } from './list-known-outages/list-known-outages.handler';
import { ListOutagesHandler } from './list-outages/list-outages.handler';
import { ListMaintenanceHandler } from './maintenance/list-maintenance.handler';
import { MaintenanceDocuments } from './maintenance/maintenance-documents.port';
import { RegisterMaintenanceHandler } from './maintenance/register-maintenance.handler';
import { RegisterMaintenanceUseCase } from './maintenance/register-maintenance.use-case';
import { NOTICE_PLAN_HANDLERS, NOTICE_PLAN_PROVIDERS } from './notice-plan/notice-plan.parts';
import { OutageClocks } from './outage-clocks';
import { Outages } from './outages.port';
import { PgMaintenanceDocuments } from './persistence/pg-maintenance-documents';
import { PgOutages } from './persistence/pg-outages';
import { RegisterOutageHandler } from './register-outage/register-outage.handler';
import { RegisterOutage } from './register-outage/register-outage.use-case';
import { RestoreOutageHandler } from './restore-outage/restore-outage.handler';
import { UpdateOutageHandler } from './update-outage/update-outage.handler';

/** Where supply is out, or will be (art. 26). */
@Module({
  imports: [AreaModule, CustomerModule, PolicyModule, ServiceClockModule, WorkingCalendarModule],
  controllers: [
    CancelOutageHandler,
    GetOutageHandler,
    GetOutageHistoryHandler,
    ListMaintenanceHandler,
    RegisterMaintenanceHandler,
    ...NOTICE_PLAN_HANDLERS,
    ListKnownOutagesHandler,
    ListOutagesHandler,
    RegisterOutageHandler,
    RestoreOutageHandler,
    UpdateOutageHandler,
  ],
  providers: [
    ChangeOutage,
    JudgeOutage,
    OutageClocks,
    RegisterMaintenanceUseCase,
    RegisterOutage,
    { provide: MaintenanceDocuments, useClass: PgMaintenanceDocuments },
    { provide: Outages, useClass: PgOutages },
    ...NOTICE_PLAN_PROVIDERS,
  ],
  exports: [ChangeOutage, Outages, RegisterOutage],
})
export class OutageModule {}
