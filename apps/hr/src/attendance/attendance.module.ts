import { Module } from '@nestjs/common';
import { LeaveDaysModule } from '../leave/leave-days.module';
import { PolicyModule } from '../policy/policy.module';
import { RosterEntriesModule } from '../roster/roster-entries.module';
import { StaffModule } from '../staff/staff.module';
import { RemindersModule } from '../workplace/reminders.module';
import { AgentCases } from './agent-cases.port';
import { AttendanceDays } from './attendance-days.port';
import { AttendanceDue } from './attendance-due.port';
import { AttendanceExemptions } from './attendance-exemptions.port';
import { AttendanceFacts } from './attendance-facts.port';
import { AttendanceMonths } from './attendance-months.port';
import { CloseMonthHandler } from './close-month/close-month.handler';
import { CloseMonths } from './close-month/close-months';
import { ListMonthHandler } from './close-month/list-month.handler';
import { PersonMonths } from './close-month/person-months';
import { AttendanceDayStatistics } from './day-statistics.port';
import { DecidePunchHandler } from './decide-punch/decide-punch.handler';
import { ListPunchesHandler } from './decide-punch/list-punches.handler';
import { EvaluateDays } from './evaluate-days/evaluate-days';
import { TellOfInterviews } from './evaluate-days/tell-of-interviews';
import { ExemptionsHandler } from './exemptions/exemptions.handler';
import { StoredAttendanceFacts } from './facts/stored-attendance-facts';
import { StoredDayStatistics } from './facts/stored-day-statistics';
import { Interviews } from './interviews.port';
import { LatenessInterviewsHandler } from './interviews/lateness-interviews.handler';
import { ReturnInterviewsHandler } from './interviews/return-interviews.handler';
import { ListDaysHandler } from './list-days/list-days.handler';
import { MonthPeople } from './month-people.port';
import { PeopleModule } from './people/people.module';
import { PgAgentCases } from './persistence/pg-agent-cases';
import { PgAttendanceDays } from './persistence/pg-attendance-days';
import { PgAttendanceDue } from './persistence/pg-attendance-due';
import { PgAttendanceExemptions } from './persistence/pg-attendance-exemptions';
import { PgAttendanceMonths } from './persistence/pg-attendance-months';
import { PgInterviews } from './persistence/pg-interviews';
import { PgMonthPeople } from './persistence/pg-month-people';
import { PgPunches } from './persistence/pg-punches';
import { PgSickCalls } from './persistence/pg-sick-calls';
import { Punches } from './punches.port';
import { AddPunch } from './record-punch/add-punch';
import { ChangeDays } from './record-punch/change-days';
import { RecordPunchHandler } from './record-punch/record-punch.handler';
import { AttendanceRunner } from './run-attendance/attendance-runner';
import { ReckonDue } from './run-attendance/reckon-due';
import { SweepShifts } from './run-attendance/sweep-shifts';
import { SickCalls } from './sick-calls.port';
import { SickCallsHandler } from './sick-calls/sick-calls.handler';
import { CaseWhenWorkOrderChanges } from './take-punches/case-when-work-order-changes.handler';
import { PunchAtTheDesk } from './take-punches/punch-at-the-desk';
import { PunchWhenAgentSignsIn } from './take-punches/punch-when-agent-signs-in.handler';
import { PunchWhenAgentSignsOut } from './take-punches/punch-when-agent-signs-out.handler';

/** Who came, when, and what each shift and month of theirs was (§9, §12). */
@Module({
  imports: [LeaveDaysModule, PeopleModule, PolicyModule, RemindersModule, RosterEntriesModule, StaffModule],
  controllers: [
    CloseMonthHandler,
    DecidePunchHandler,
    ExemptionsHandler,
    LatenessInterviewsHandler,
    ListDaysHandler,
    ListMonthHandler,
    ListPunchesHandler,
    RecordPunchHandler,
    ReturnInterviewsHandler,
    SickCallsHandler,
  ],
  providers: [
    AddPunch,
    AttendanceRunner,
    CaseWhenWorkOrderChanges,
    ChangeDays,
    CloseMonths,
    EvaluateDays,
    PersonMonths,
    PunchAtTheDesk,
    PunchWhenAgentSignsIn,
    PunchWhenAgentSignsOut,
    ReckonDue,
    SweepShifts,
    TellOfInterviews,
    { provide: AgentCases, useClass: PgAgentCases },
    { provide: AttendanceDays, useClass: PgAttendanceDays },
    { provide: AttendanceDue, useClass: PgAttendanceDue },
    { provide: AttendanceExemptions, useClass: PgAttendanceExemptions },
    { provide: AttendanceFacts, useClass: StoredAttendanceFacts },
    { provide: AttendanceDayStatistics, useClass: StoredDayStatistics },
    { provide: AttendanceMonths, useClass: PgAttendanceMonths },
    { provide: Interviews, useClass: PgInterviews },
    { provide: MonthPeople, useClass: PgMonthPeople },
    { provide: Punches, useClass: PgPunches },
    { provide: SickCalls, useClass: PgSickCalls },
  ],
  exports: [
    AttendanceDayStatistics,
    AttendanceDue,
    AttendanceExemptions,
    AttendanceFacts,
    AttendanceMonths,
    MonthPeople,
  ],
})
export class AttendanceModule {}
