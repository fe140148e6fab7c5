import { Module } from '@nestjs/common';
import { PolicyModule } from '../policy/policy.module';
import { ActOnWorkOrder } from './act/act-on-work-order';
import { Checklist } from './application/checklist';
import { CloseChild, CloseChildrenWithParent } from './close-work-order/close-children-with-parent';
import { MayClose } from './close-work-order/may-close';
import { AssertMeasure } from './complaint/assert-measure';
import { KeepMeasures } from './complaint/keep-measures';
import { ComplaintMeasures } from './complaint/measures.port';
import { StandingCompensation } from './complaint/standing-compensation';
import { Departments } from './department/departments.port';
import { KindDefinitions } from './kinds/kind-definitions';
import { KindVersions } from './kinds/kind-versions.port';
import { SetKind } from './kinds/set-kind/set-kind.use-case';
import { AssertParent } from './link-work-order/assert-parent';
import { LinkChildren } from './merge-work-order/link-children';
import { OpenWorkOrderWhenCallMissed } from './open-work-order-when-call-missed.handler';
import { OpenWorkOrderWhenHumanRequested } from './open-work-order-when-human-requested.handler';
import { AssertKnown } from './open-work-order/assert-known';
import { KnownFacts } from './open-work-order/known-facts.port';
import { OpenWorkOrderUseCase } from './open-work-order/open-work-order.use-case';
import { PgComplaintMeasures } from './persistence/pg-complaint-measures';
import { PgDepartments } from './persistence/pg-departments';
import { PgKindVersions } from './persistence/pg-kind-versions';
import { PgKnownFacts } from './persistence/pg-known-facts';
import { PgReservedCodes } from './persistence/pg-reserved-codes';
import { PgSpreads } from './persistence/pg-spreads';
import { PgVerifications } from './persistence/pg-verifications';
import { PgWorkOrderEvents } from './persistence/pg-work-order-events';
import { PgWorkOrders } from './persistence/pg-work-orders';
import { PgWorkload } from './persistence/pg-workload';
import { PrepareHistory } from './prepare-history';
import { QueryCodes, RandomQueryCodes } from './query-codes.port';
import { ReserveQueryCodesUseCase } from './reserved-codes/reserve-query-codes.use-case';
import { ReservedCodes } from './reserved-codes/reserved-codes.port';
import { RouteWorkOrder } from './routing/route-work-order';
import { Workload } from './routing/workload.port';
import { SpreadAct } from './spread/spread-act';
import { SpreadSteps } from './spread/spread-steps';
import { Spreads } from './spread/spreads.port';
import { WorkOnSpreads } from './spread/work-on-spreads';
import { StoredJournal } from './stored-journal';
import { AssertVerification } from './verification/assert-verification';
import { KeepVerifications } from './verification/keep-verifications';
import { Verifications } from './verification/verifications.port';
import { WorkOrderEvents } from './work-order-events.port';
import { WorkOrderJournal } from './work-order-journal';
import { WorkOrderReactions } from './work-order-reactions';
import { WORK_ORDER_HANDLERS } from './work-order.handlers';
import { WorkOrders } from './work-orders.port';

/** What callers asked for, until it is done, with everything that happened to it. */
@Module({
  imports: [PolicyModule],
  controllers: WORK_ORDER_HANDLERS,
  providers: [
    OpenWorkOrderUseCase,
    OpenWorkOrderWhenCallMissed,
    OpenWorkOrderWhenHumanRequested,
    ActOnWorkOrder,
    KindDefinitions,
    SetKind,
    StoredJournal,
    WorkOrderReactions,
    PrepareHistory,
    SpreadAct,
    SpreadSteps,
    WorkOnSpreads,
    CloseChild,
    LinkChildren,
    AssertKnown,
    { provide: KnownFacts, useClass: PgKnownFacts },
    { provide: Spreads, useClass: PgSpreads },
    AssertParent,
    CloseChildrenWithParent,
    MayClose,
    RouteWorkOrder,
    Checklist,
    AssertMeasure,
    KeepMeasures,
    StandingCompensation,
    AssertVerification,
    KeepVerifications,
    ReserveQueryCodesUseCase,
    { provide: WorkOrderJournal, useExisting: StoredJournal },
    { provide: WorkOrders, useClass: PgWorkOrders },
    { provide: WorkOrderEvents, useClass: PgWorkOrderEvents },
    { provide: KindVersions, useClass: PgKindVersions },
    { provide: Departments, useClass: PgDepartments },
    { provide: Verifications, useClass: PgVerifications },
    { provide: ComplaintMeasures, useClass: PgComplaintMeasures },
    { provide: Workload, useClass: PgWorkload },
    { provide: ReservedCodes, useClass: PgReservedCodes },
    { provide: QueryCodes, useClass: RandomQueryCodes },
  ],
  exports: [
    OpenWorkOrderUseCase,
    WorkOrderJournal,
    WorkOrderReactions,
    WorkOrders,
    Departments,
    SpreadAct,
    SpreadSteps,
  ],
})
export class WorkOrderModule {}
