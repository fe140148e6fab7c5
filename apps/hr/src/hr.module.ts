import { Module } from '@nestjs/common';
import { CHINESE_CALENDAR_DOCUMENT } from '@switchyard/domain';
import { calendarMigration, calendarVersions, PersistenceModule, policyTable } from '@switchyard/platform';
import { AttendanceModule } from './attendance/attendance.module';
import { DepartureModule } from './departure/departure.module';
import { ExamModule } from './exam/exam.module';
import { HiringModule } from './hiring/hiring.module';
import { LeaveModule } from './leave/leave.module';
import { CalendarHistory1767200000301 } from './migrations/1767200000301-calendar-versions';
import { Organisation1767200000311 } from './migrations/1767200000311-organisation';
import { Rosters1767200000312 } from './migrations/1767200000312-rosters';
import { Attendance1767200000313 } from './migrations/1767200000313-attendance';
import { LeaveAndSwaps1767200000314 } from './migrations/1767200000314-leave-and-swaps';
import { Performance1767200000315 } from './migrations/1767200000315-performance';
import { Quality1767200000316 } from './migrations/1767200000316-quality';
import { Training1767200000317 } from './migrations/1767200000317-training';
import { Hiring1767200000318 } from './migrations/1767200000318-hiring';
import { Workplace1767200000319 } from './migrations/1767200000319-workplace';
import { PerformanceModule } from './performance/performance.module';
import { PolicyModule } from './policy/policy.module';
import { QualityFactsModule } from './quality/quality-facts.module';
import { QualityModule } from './quality/quality.module';
import { RecordingUsesModule } from './quality/recording-uses/recording-uses.module';
import { RosterModule } from './roster/roster.module';
import { StaffModule } from './staff/staff.module';
import { StaffingModule } from './staffing/staffing.module';
import { SupervisorDayModule } from './supervisor-day/supervisor-day.module';
import { SwapModule } from './swap/swap.module';
import { TrainingModule } from './training/training.module';
import { WorkingCalendarModule } from './working-calendar/working-calendar.module';
import { WorkplaceModule } from './workplace/workplace.module';

/** Staff and their time; owns the working calendar, of which every service keeps a copy. */
@Module({
  imports: [
    PersistenceModule.forService({
      schema: 'hr',
      migrations: [
        calendarMigration(CHINESE_CALENDAR_DOCUMENT),
        calendarVersions('1767200000300'),
        CalendarHistory1767200000301,
        policyTable('1767200000310'),
        Organisation1767200000311,
        Rosters1767200000312,
        Attendance1767200000313,
        LeaveAndSwaps1767200000314,
        Performance1767200000315,
        Quality1767200000316,
        Training1767200000317,
        Hiring1767200000318,
        Workplace1767200000319,
      ],
    }),
    AttendanceModule,
    DepartureModule,
    ExamModule,
    HiringModule,
    LeaveModule,
    PerformanceModule,
    PolicyModule,
    QualityFactsModule,
    QualityModule,
    RecordingUsesModule,
    RosterModule,
    StaffModule,
    StaffingModule,
    SupervisorDayModule,
    SwapModule,
    TrainingModule,
    WorkingCalendarModule,
    WorkplaceModule,
  ],
})
export class HrModule {}
