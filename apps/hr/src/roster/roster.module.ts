import { Module } from '@nestjs/common';
import { AttendanceModule } from '../attendance/attendance.module';
import { LeaveDaysModule } from '../leave/leave-days.module';
import { PolicyModule } from '../policy/policy.module';
import { StaffModule } from '../staff/staff.module';
import { NeedsModule } from '../staffing/needs/needs.module';
import { RemindersModule } from '../workplace/reminders.module';
import { AssignPatternHandler } from './assign-pattern/assign-pattern.handler';
import { AnswerChangeUseCase } from './change-roster/answer-change.use-case';
import { ApplyChange } from './change-roster/apply-change';
import { ChangeRosterHandler } from './change-roster/change-roster.handler';
import { ChangeRosterUseCase } from './change-roster/change-roster.use-case';
import { RosterChanges } from './changes.port';
import { CheckRosterHandler } from './check-roster/check-roster.handler';
import { DiscardRosterHandler } from './discard-roster/discard-roster.handler';
import { DraftRosterHandler } from './draft-roster/draft-roster.handler';
import { EndShiftsOfFormerStaff } from './former-staff/end-shifts-of-former-staff';
import { FormerStaffShifts } from './former-staff/former-staff-shifts.port';
import { TellOfTransfers } from './former-staff/tell-of-transfers';
import { TellPlanners } from './former-staff/tell-planners';
import { ImportRosterHandler } from './import-roster/import-roster.handler';
import { OwnRosterHandler } from './own-roster/own-roster.handler';
import { OwnStaff } from './own-staff';
import { PgFormerStaffShifts } from './persistence/pg-former-staff-shifts';
import { PgRosterChanges } from './persistence/pg-roster-changes';
import { PgRosters } from './persistence/pg-rosters';
import { PgShiftTemplates } from './persistence/pg-shift-templates';
import { PgWishes } from './persistence/pg-wishes';
import { PublishRosterHandler } from './publish-roster/publish-roster.handler';
import { ReadRosterHandler } from './read-roster/read-roster.handler';
import { RosterGrid } from './read-roster/roster-grid';
import { RosterEntriesModule } from './roster-entries.module';
import { RosterFactsReader } from './roster-facts-reader';
import { RosterPeople } from './roster-people';
import { Rosters } from './rosters.port';
import { SaveDraft } from './save-roster/save-draft';
import { SaveRosterHandler } from './save-roster/save-roster.handler';
import { ShiftTemplateHandler } from './set-shift-template/set-shift-template.handler';
import { WorkPatternHandler } from './set-work-pattern/set-work-pattern.handler';
import { ShiftTemplates } from './shift-templates.port';
import { StateWish } from './wishes/state-wish';
import { WishesHandler } from './wishes/wishes.handler';
import { Wishes } from './wishes.port';

/** Monthly rosters: shift templates, drafts, wishes, publishing and changes (§8). */
@Module({
  imports: [
    AttendanceModule,
    LeaveDaysModule,
    NeedsModule,
    PolicyModule,
    RemindersModule,
    RosterEntriesModule,
    StaffModule,
  ],
  controllers: [
    AssignPatternHandler,
    ChangeRosterHandler,
    CheckRosterHandler,
    DiscardRosterHandler,
    DraftRosterHandler,
    ImportRosterHandler,
    OwnRosterHandler,
    PublishRosterHandler,
    ReadRosterHandler,
    SaveRosterHandler,
    ShiftTemplateHandler,
    WishesHandler,
    WorkPatternHandler,
  ],
  providers: [
    AnswerChangeUseCase,
    ApplyChange,
    ChangeRosterUseCase,
    EndShiftsOfFormerStaff,
    OwnStaff,
    RosterFactsReader,
    RosterGrid,
    RosterPeople,
    SaveDraft,
    StateWish,
    TellOfTransfers,
    TellPlanners,
    { provide: FormerStaffShifts, useClass: PgFormerStaffShifts },
    { provide: RosterChanges, useClass: PgRosterChanges },
    { provide: Rosters, useClass: PgRosters },
    { provide: ShiftTemplates, useClass: PgShiftTemplates },
    { provide: Wishes, useClass: PgWishes },
  ],
  exports: [
    EndShiftsOfFormerStaff,
    RosterEntriesModule,
    RosterFactsReader,
    RosterPeople,
    Rosters,
    SaveDraft,
    ShiftTemplates,
    TellOfTransfers,
  ],
})
export class RosterModule {}
