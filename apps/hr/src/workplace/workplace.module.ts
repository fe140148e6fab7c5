import { Module } from '@nestjs/common';
import { PolicyModule } from '../policy/policy.module';
import { StaffModule } from '../staff/staff.module';
import { sweep } from '../sweep';
import { AdoptedProposals } from './adopted-proposals.port';
import { WorkplaceCommonModule } from './common/common.module';
import { ComplaintTalk } from './complaints/complaint-talk';
import { ComplaintsHandler } from './complaints/complaints.handler';
import { StaffComplaints } from './complaints/complaints.port';
import { RemindOffices } from './complaints/remind-offices';
import { SubmitComplaint } from './complaints/submit-complaint';
import { ActionsHandler } from './meetings/actions.handler';
import { MeetingsHandler } from './meetings/meetings.handler';
import { Meetings } from './meetings/meetings.port';
import { RemindActions } from './meetings/remind-actions';
import { RunMeetings } from './meetings/run-meetings';
import { SettleActionUseCase } from './meetings/settle-action';
import { Board } from './notices/board.port';
import { NoticesHandler } from './notices/notices.handler';
import { OwnNoticesHandler } from './notices/own-notices.handler';
import { ActOnOvertime } from './overtime/act-on-overtime';
import { OvertimeHandler } from './overtime/overtime.handler';
import { Overtimes } from './overtime/overtimes.port';
import { ProposeOvertimeUseCase } from './overtime/propose-overtime';
import { PgBoard } from './persistence/pg-board';
import { PgMeetings } from './persistence/pg-meetings';
import { PgOvertimes } from './persistence/pg-overtimes';
import { PgRuleBook } from './persistence/pg-rule-book';
import { PgStaffComplaints } from './persistence/pg-staff-complaints';
import { PgAdoptedProposals, PgStaffProposals } from './persistence/pg-staff-proposals';
import { PgStaffSurveys } from './persistence/pg-staff-surveys';
import { PgWorkPlan } from './persistence/pg-work-plan';
import { JudgeProposal } from './proposals/judge-proposal';
import { ProposalsHandler } from './proposals/proposals.handler';
import { StaffProposals } from './proposals/proposals.port';
import { SubmitProposal } from './proposals/submit-proposal';
import { RemindersModule } from './reminders.module';
import { RemindersHandler } from './reminders/reminders.handler';
import { HandOutRules } from './rule-book/hand-out-rules';
import { RuleBookHandler } from './rule-book/rule-book.handler';
import { RuleBook } from './rule-book/rule-book.port';
import { WriteRules } from './rule-book/write-rules';
import { AnswerSurveyUseCase } from './surveys/answer-survey';
import { CloseSurveys } from './surveys/close-surveys';
import { CreateSurveyUseCase } from './surveys/create-survey';
import { SurveysHandler } from './surveys/surveys.handler';
import { StaffSurveys } from './surveys/surveys.port';
import { WorkPlanHandler } from './work-plan/work-plan.handler';
import { WorkPlan } from './work-plan/work-plan.port';
import { WritePlan } from './work-plan/write-plan';

/** The smaller things of a workplace (§18a). */
@Module({
  imports: [PolicyModule, RemindersModule, StaffModule, WorkplaceCommonModule],
  controllers: [
    ActionsHandler,
    ComplaintsHandler,
    MeetingsHandler,
    NoticesHandler,
    OvertimeHandler,
    OwnNoticesHandler,
    ProposalsHandler,
    RemindersHandler,
    RuleBookHandler,
    SurveysHandler,
    WorkPlanHandler,
  ],
  providers: [
    ActOnOvertime,
    AnswerSurveyUseCase,
    CloseSurveys,
    ComplaintTalk,
    CreateSurveyUseCase,
    HandOutRules,
    JudgeProposal,
    ProposeOvertimeUseCase,
    RemindActions,
    RemindOffices,
    RunMeetings,
    SettleActionUseCase,
    SubmitComplaint,
    SubmitProposal,
    WritePlan,
    WriteRules,
    sweep(HandOutRules, 'handing out rules'),
    sweep(CloseSurveys, 'closing surveys'),
    sweep(RemindActions, 'reminding of actions'),
    sweep(RemindOffices, 'reminding of complaints'),
    { provide: AdoptedProposals, useClass: PgAdoptedProposals },
    { provide: Board, useClass: PgBoard },
    { provide: Meetings, useClass: PgMeetings },
    { provide: Overtimes, useClass: PgOvertimes },
    { provide: RuleBook, useClass: PgRuleBook },
    { provide: StaffComplaints, useClass: PgStaffComplaints },
    { provide: StaffProposals, useClass: PgStaffProposals },
    { provide: StaffSurveys, useClass: PgStaffSurveys },
    { provide: WorkPlan, useClass: PgWorkPlan },
  ],
  exports: [AdoptedProposals],
})
export class WorkplaceModule {}
