import { Module } from '@nestjs/common';
import { PolicyModule } from '../policy/policy.module';
import { WorkOrderModule } from '../work-order/work-order.module';
import { AcceptHandoverHandler } from './accept-handover/accept-handover.handler';
import { AcceptHandoverUseCase } from './accept-handover/accept-handover.use-case';
import { AssembleContent } from './assemble-content/assemble-content';
import { MoveResponsibility } from './accept-handover/move-responsibility';
import { BeginHandoverHandler } from './begin-handover/begin-handover.handler';
import { ChangeHandover } from './change-handover/change-handover';
import { ChangeHandoverHandler } from './change-handover/change-handover.handler';
import { Duties } from './duty/duties.port';
import { DutyHandler } from './duty/duty.handler';
import { MaySignOutHandler } from './duty/may-sign-out.handler';
import { Handovers } from './handovers.port';
import { MattersHandler } from './matters/matters.handler';
import { Matters } from './matters/matters.port';
import { OpenItems } from './open-items.port';
import { PgDuties } from './persistence/pg-duties';
import { PgHandovers } from './persistence/pg-handovers';
import { PgMatters } from './persistence/pg-matters';
import { PgOpenItems } from './persistence/pg-open-items';
import { ReadHandoversHandler } from './read-handovers/read-handovers.handler';

/** From one shift to the next (§7). */
@Module({
  imports: [PolicyModule, WorkOrderModule],
  controllers: [
    AcceptHandoverHandler,
    BeginHandoverHandler,
    ChangeHandoverHandler,
    DutyHandler,
    MattersHandler,
    MaySignOutHandler,
    ReadHandoversHandler,
  ],
  providers: [
    AcceptHandoverUseCase,
    AssembleContent,
    MoveResponsibility,
    ChangeHandover,
    { provide: Duties, useClass: PgDuties },
    { provide: Handovers, useClass: PgHandovers },
    { provide: Matters, useClass: PgMatters },
    { provide: OpenItems, useClass: PgOpenItems },
  ],
})
export class HandoverModule {}
