import { Module, type OnModuleInit } from '@nestjs/common';
import { WorkingCalendarModule } from '../calendar/working-calendar.module';
import { CustomerModule } from '../customer/customer.module';
import { PolicyModule } from '../policy/policy.module';
import { WorkOrderModule } from '../work-order/work-order.module';
import { WorkOrderReactions } from '../work-order/work-order-reactions';
import { AriseFollowUp } from './arise/arise-follow-up';
import { DrawFaultSample } from './arise/draw-fault-sample';
import { FaultCalls } from './arise/fault-calls.port';
import { FaultSamples } from './arise/fault-samples.port';
import { FollowUpWhenWorkOrderChanges } from './arise/follow-up-when-work-order-changes.reaction';
import { ExcludeFollowUpHandler } from './exclude-follow-up/exclude-follow-up.handler';
import { FollowUpRules } from './follow-up-rules';
import { FollowUps } from './follow-ups.port';
import { GetFaultSampleHandler } from './get-fault-sample/get-fault-sample.handler';
import { GetFollowUpHandler } from './get-follow-up/get-follow-up.handler';
import { GetFollowUpFiguresHandler } from './get-follow-up-figures/get-follow-up-figures.handler';
import { ListFollowUpsHandler } from './list-follow-ups/list-follow-ups.handler';
import { MayFollowUp } from './may-follow-up';
import { PgFaultCalls } from './persistence/pg-fault-calls';
import { PgFaultSamples } from './persistence/pg-fault-samples';
import { PgFollowUps } from './persistence/pg-follow-ups';
import { PickFollowUpHandler } from './pick-follow-up/pick-follow-up.handler';
import { PickFollowUpUseCase } from './pick-follow-up/pick-follow-up.use-case';
import { PlanFollowUpsHandler } from './plan-follow-ups/plan-follow-ups.handler';
import { PlanFollowUpsUseCase } from './plan-follow-ups/plan-follow-ups.use-case';
import { FollowDissatisfaction } from './record-follow-up/follow-dissatisfaction';
import { RecordFollowUpHandler } from './record-follow-up/record-follow-up.handler';
import { RecordFollowUpUseCase } from './record-follow-up/record-follow-up.use-case';
import { RenewDueDates } from './renew-due-dates';
import { WriteToHistory } from './record-follow-up/write-to-history';

/** Calls to customers after the work is done (§4). */
@Module({
  imports: [CustomerModule, PolicyModule, WorkingCalendarModule, WorkOrderModule],
  controllers: [
    ExcludeFollowUpHandler,
    GetFaultSampleHandler,
    GetFollowUpFiguresHandler,
    GetFollowUpHandler,
    ListFollowUpsHandler,
    PickFollowUpHandler,
    PlanFollowUpsHandler,
    RecordFollowUpHandler,
  ],
  providers: [
    AriseFollowUp,
    DrawFaultSample,
    FollowDissatisfaction,
    FollowUpRules,
    FollowUpWhenWorkOrderChanges,
    MayFollowUp,
    PickFollowUpUseCase,
    PlanFollowUpsUseCase,
    RecordFollowUpUseCase,
    RenewDueDates,
    WriteToHistory,
    { provide: FaultCalls, useClass: PgFaultCalls },
    { provide: FaultSamples, useClass: PgFaultSamples },
    { provide: FollowUps, useClass: PgFollowUps },
  ],
})
export class FollowUpModule implements OnModuleInit {
  constructor(
    private readonly reactions: WorkOrderReactions,
    private readonly reaction: FollowUpWhenWorkOrderChanges,
  ) {}

  onModuleInit(): void {
    this.reactions.register(this.reaction);
  }
}
