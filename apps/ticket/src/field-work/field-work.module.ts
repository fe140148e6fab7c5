import { Module } from '@nestjs/common';
import { AreaModule } from '../area/area.module';
import { OutageModule } from '../outage/outage.module';
import { WorkOrderModule } from '../work-order/work-order.module';
import { ChangeEstimateHandler } from './change-estimate/change-estimate.handler';
import { CrewArrivedHandler } from './crew-arrived/crew-arrived.handler';
import { DispatchCrewHandler } from './dispatch-crew/dispatch-crew.handler';
import { GetFieldWorkHandler } from './get-field-work/get-field-work.handler';
import { LinkFaultsHandler } from './link-faults/link-faults.handler';
import { MarkCustomerOwnedHandler } from './mark-customer-owned/mark-customer-owned.handler';
import { PgFaultReports } from './persistence/pg-fault-reports';
import { ReportFromSiteHandler } from './report-from-site/report-from-site.handler';
import { FaultReports } from './restore-supply/fault-reports.port';
import { RestoreReport } from './restore-supply/restore-report';
import { RestoreSupplyHandler } from './restore-supply/restore-supply.handler';
import { RestoreSupplyUseCase } from './restore-supply/restore-supply.use-case';
import { TellOutage } from './tell-outage';
import { WorkOnFault } from './work-on-fault';

/** What crews do about a fault, until supply is back (§2.1). */
@Module({
  imports: [AreaModule, OutageModule, WorkOrderModule],
  controllers: [
    ChangeEstimateHandler,
    CrewArrivedHandler,
    DispatchCrewHandler,
    GetFieldWorkHandler,
    LinkFaultsHandler,
    MarkCustomerOwnedHandler,
    ReportFromSiteHandler,
    RestoreSupplyHandler,
  ],
  providers: [
    RestoreReport,
    RestoreSupplyUseCase,
    TellOutage,
    WorkOnFault,
    { provide: FaultReports, useClass: PgFaultReports },
  ],
})
export class FieldWorkModule {}
