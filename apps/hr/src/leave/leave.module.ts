import { Module } from '@nestjs/common';
import { AttendanceModule } from '../attendance/attendance.module';
import { PeopleModule } from '../attendance/people/people.module';
import { PolicyModule } from '../policy/policy.module';
import { RosterEntriesModule } from '../roster/roster-entries.module';
import { StaffModule } from '../staff/staff.module';
import { RemindersModule } from '../workplace/reminders.module';
import { AnnualAccounts } from './balance/annual-accounts.port';
import { AnnualBalances } from './balance/annual-balances';
import { AnnualBalancesHandler } from './balance/annual-balances.handler';
import { CancelLeaveHandler } from './cancel-leave/cancel-leave.handler';
import { Approvers } from './decide-leave/approvers';
import { DecideLeaveHandler } from './decide-leave/decide-leave.handler';
import { DecideLeaveUseCase } from './decide-leave/decide-leave.use-case';
import { TellApprovers } from './decide-leave/tell-approvers';
import { EndLeaveOfFormerStaff } from './former-staff/end-leave-of-former-staff';
import { LeaveCalendar } from './leave-calendar.port';
import { LeaveDaysModule } from './leave-days.module';
import { LeaveLists } from './leave-lists.port';
import { LeaveRequests } from './leave-requests.port';
import { LeaveSight } from './leave-sight';
import { ListLeaveHandler } from './list-leave/list-leave.handler';
import { OpenMonths } from './open-months';
import { LeavePapersHandler } from './papers/leave-papers.handler';
import { PgAnnualAccounts } from './persistence/pg-annual-accounts';
import { PgLeaveCalendar } from './persistence/pg-leave-calendar';
import { PgLeaveLists } from './persistence/pg-leave-lists';
import { PgLeaveRequests } from './persistence/pg-leave-requests';
import { CheckLeaveHandler } from './plan-leave/check-leave.handler';
import { DayTypes } from './plan-leave/day-types';
import { PlanLeave } from './plan-leave/plan-leave';
import { RequestLeaveHandler } from './request-leave/request-leave.handler';
import { RequestLeaveUseCase } from './request-leave/request-leave.use-case';

/** Leave: asking, approving, papers and balances (§10). */
@Module({
  imports: [
    AttendanceModule,
    LeaveDaysModule,
    PeopleModule,
    PolicyModule,
    RemindersModule,
    RosterEntriesModule,
    StaffModule,
  ],
  controllers: [
    AnnualBalancesHandler,
    CancelLeaveHandler,
    CheckLeaveHandler,
    DecideLeaveHandler,
    LeavePapersHandler,
    ListLeaveHandler,
    RequestLeaveHandler,
  ],
  providers: [
    AnnualBalances,
    Approvers,
    DayTypes,
    DecideLeaveUseCase,
    EndLeaveOfFormerStaff,
    LeaveSight,
    OpenMonths,
    PlanLeave,
    RequestLeaveUseCase,
    TellApprovers,
    { provide: AnnualAccounts, useClass: PgAnnualAccounts },
    { provide: LeaveCalendar, useClass: PgLeaveCalendar },
    { provide: LeaveLists, useClass: PgLeaveLists },
    { provide: LeaveRequests, useClass: PgLeaveRequests },
  ],
  exports: [Approvers, EndLeaveOfFormerStaff],
})
export class LeaveModule {}
