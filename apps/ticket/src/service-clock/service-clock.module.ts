import { Module } from '@nestjs/common';
import { AreaModule } from '../area/area.module';
import { WorkingCalendarModule } from '../calendar/working-calendar.module';
import { NotificationModule } from '../notification/notification.module';
import { WorkOrderModule } from '../work-order/work-order.module';
import { AcknowledgeEscalationHandler } from './acknowledge-escalation/acknowledge-escalation.handler';
import { ClockPolicies } from './clock-policies.port';
import { ClockRules } from './clock-rules';
import { GetOverdueFiguresHandler } from './get-overdue-figures/get-overdue-figures.handler';
import { ListClockPoliciesHandler } from './list-clock-policies/list-clock-policies.handler';
import { ListClockPolicyVersionsHandler } from './list-clock-policy-versions/list-clock-policy-versions.handler';
import { ListClocksOfHandler } from './list-clocks-of/list-clocks-of.handler';
import { ListEscalationsHandler } from './list-escalations/list-escalations.handler';
import { ListServiceClocksHandler } from './list-service-clocks/list-service-clocks.handler';
import { RecordNoticeData } from './notice-data/record-notice-data.handler';
import { PgClockPolicies } from './persistence/pg-clock-policies';
import { PgRecordedSubjects } from './persistence/pg-recorded-subjects';
import { PgStoredClocks } from './persistence/pg-stored-clocks';
import { ReTargetClockHandler } from './re-target-clock/re-target-clock.handler';
import { ReTargetClockUseCase } from './re-target-clock/re-target-clock.use-case';
import { ReckonClocksAgain } from './reckon-again/reckon-clocks-again';
import { ReckonWhenWorkOrderChanges } from './reckon-when-work-order-changes';
import { RecordedSubjects } from './recorded-subjects.port';
import { ServiceClocks } from './service-clocks';
import { SetClockPolicyHandler } from './set-clock-policy/set-clock-policy.handler';
import { SetClockPolicyUseCase } from './set-clock-policy/set-clock-policy.use-case';
import { StoredClocks } from './stored-clocks.port';
import { ClockSweeper } from './sweep-clocks/clock-sweeper';
import { SweepClocks } from './sweep-clocks/sweep-clocks.use-case';

/** Time limits of work orders, outages and data of which customers are told (§3), and who is told that one runs out (§22). */
@Module({
  imports: [AreaModule, NotificationModule, WorkingCalendarModule, WorkOrderModule],
  controllers: [
    AcknowledgeEscalationHandler,
    GetOverdueFiguresHandler,
    ListClockPoliciesHandler,
    ListClockPolicyVersionsHandler,
    ListClocksOfHandler,
    ListEscalationsHandler,
    ListServiceClocksHandler,
    ReTargetClockHandler,
    SetClockPolicyHandler,
  ],
  providers: [
    ClockRules,
    ClockSweeper,
    ReTargetClockUseCase,
    ReckonClocksAgain,
    ReckonWhenWorkOrderChanges,
    RecordNoticeData,
    ServiceClocks,
    SetClockPolicyUseCase,
    SweepClocks,
    { provide: ClockPolicies, useClass: PgClockPolicies },
    { provide: RecordedSubjects, useClass: PgRecordedSubjects },
    { provide: StoredClocks, useClass: PgStoredClocks },
  ],
  exports: [ServiceClocks],
})
export class ServiceClockModule {}
