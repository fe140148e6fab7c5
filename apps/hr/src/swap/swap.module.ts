import { Module } from '@nestjs/common';
import { AttendanceModule } from '../attendance/attendance.module';
import { PeopleModule } from '../attendance/people/people.module';
import { LeaveDaysModule } from '../leave/leave-days.module';
import { LeaveModule } from '../leave/leave.module';
import { PolicyModule } from '../policy/policy.module';
import { RosterEntriesModule } from '../roster/roster-entries.module';
import { StaffModule } from '../staff/staff.module';
import { RemindersModule } from '../workplace/reminders.module';
import { AnswerSwapHandler } from './answer-swap/answer-swap.handler';
import { DecideSwapHandler } from './decide-swap/decide-swap.handler';
import { ExchangeShifts } from './exchange-shifts';
import { SettleSwapsOfFormerStaff } from './former-staff/settle-swaps-of-former-staff';
import { ListSwapsHandler } from './list-swaps/list-swaps.handler';
import { PgSwapFacts } from './persistence/pg-swap-facts';
import { PgSwaps } from './persistence/pg-swaps';
import { ProposeSwapHandler } from './propose-swap/propose-swap.handler';
import { RemindRepayments } from './remind-repayments/remind-repayments';
import { ReturnSwapHandler } from './return-swap/return-swap.handler';
import { SwapFacts } from './swap-facts.port';
import { SwapRules } from './swap-rules';
import { Swaps } from './swaps.port';
import { TellParties } from './tell-parties';

/** Shifts that people swap, with both consents and the head's (L348). */
@Module({
  imports: [
    AttendanceModule,
    LeaveDaysModule,
    LeaveModule,
    PeopleModule,
    PolicyModule,
    RemindersModule,
    RosterEntriesModule,
    StaffModule,
  ],
  controllers: [
    AnswerSwapHandler,
    DecideSwapHandler,
    ListSwapsHandler,
    ProposeSwapHandler,
    ReturnSwapHandler,
  ],
  providers: [
    ExchangeShifts,
    RemindRepayments,
    SettleSwapsOfFormerStaff,
    SwapRules,
    TellParties,
    { provide: SwapFacts, useClass: PgSwapFacts },
    { provide: Swaps, useClass: PgSwaps },
  ],
  exports: [SettleSwapsOfFormerStaff, SwapFacts],
})
export class SwapModule {}
