import { Module } from '@nestjs/common';
import { PolicyModule } from '../policy/policy.module';
import { StaffModule } from '../staff/staff.module';
import { RemindersModule } from '../workplace/reminders.module';
import { CalibrationsHandler } from './calibration/calibrations.handler';
import { Calibrations } from './calibration/calibrations.port';
import { OpenCalibrationUseCase } from './calibration/open-calibration.use-case';
import { CoachingsHandler } from './coaching/coachings.handler';
import { Coachings } from './coaching/coachings.port';
import { EscalationsHandler } from './escalation/escalations.handler';
import { Escalations } from './escalation/escalations.port';
import { RaiseRepeatedFaults } from './escalation/raise-repeated-faults';
import { QualityAppealsHandler } from './evaluation/appeals.handler';
import { Appeals } from './evaluation/appeals.port';
import { DecideAppeal } from './evaluation/decide-appeal.use-case';
import { EvaluateCallUseCase } from './evaluation/evaluate-call.use-case';
import { EvaluationsHandler } from './evaluation/evaluations.handler';
import { Evaluations } from './evaluation/evaluations.port';
import { OwnEvaluationsHandler } from './evaluation/own-evaluations.handler';
import { ShowEvaluation } from './evaluation/show-evaluation';
import { OpenPlan } from './improvement/open-plan.use-case';
import { ClosePlansOfFormerStaff } from './former-staff/close-plans-of-former-staff';
import { ImprovementPlansHandler } from './improvement/plans.handler';
import { ImprovementPlans } from './improvement/plans.port';
import { PgAppeals } from './persistence/pg-appeals';
import { PgCalibrations } from './persistence/pg-calibrations';
import { PgCoachings } from './persistence/pg-coachings';
import { PgEscalations } from './persistence/pg-escalations';
import { PgEvaluations } from './persistence/pg-evaluations';
import { PgPlans } from './persistence/pg-plans';
import { PgQualityReports } from './persistence/pg-quality-reports';
import { PgSampleItems } from './persistence/pg-sample-items';
import { PgSamples } from './persistence/pg-samples';
import { PgScorecards } from './persistence/pg-scorecards';
import { PgTranscripts } from './persistence/pg-transcripts';
import { QualityReminders } from './quality-reminders';
import { QualityScope } from './quality-scope';
import { QualityReports } from './report/quality-reports.port';
import { QualityReportsHandler } from './report/reports.handler';
import { AssignOpenItems } from './sampling/assign-open-items';
import { DrawDaily } from './sampling/draw-daily';
import { DrawDay } from './sampling/draw-day.use-case';
import { DrawWeek } from './sampling/draw-week.use-case';
import { QualityItemsHandler } from './sampling/items.handler';
import { IvrRecordedCalls } from './sampling/ivr-recorded-calls';
import { RecordedCalls } from './sampling/recorded-calls.port';
import { SampleItems } from './sampling/sample-items.port';
import { SamplesHandler } from './sampling/samples.handler';
import { Samples } from './sampling/samples.port';
import { PublishScorecardUseCase } from './scorecard/publish-scorecard.use-case';
import { ScorecardsHandler } from './scorecard/scorecards.handler';
import { Scorecards } from './scorecard/scorecards.port';
import { WriteScorecardUseCase } from './scorecard/write-scorecard.use-case';
import { ForbiddenPhrases } from './transcript/forbidden-phrases';
import { TranscriptsHandler } from './transcript/transcripts.handler';
import { Transcripts } from './transcript/transcripts.port';

/** Quality control: what is heard, how it is judged, and what becomes better (§14). */
@Module({
  imports: [PolicyModule, RemindersModule, StaffModule],
  controllers: [
    CalibrationsHandler,
    CoachingsHandler,
    EscalationsHandler,
    EvaluationsHandler,
    ImprovementPlansHandler,
    OwnEvaluationsHandler,
    QualityAppealsHandler,
    QualityItemsHandler,
    QualityReportsHandler,
    SamplesHandler,
    ScorecardsHandler,
    TranscriptsHandler,
  ],
  providers: [
    AssignOpenItems,
    ClosePlansOfFormerStaff,
    DecideAppeal,
    DrawDaily,
    DrawDay,
    DrawWeek,
    EvaluateCallUseCase,
    ForbiddenPhrases,
    OpenCalibrationUseCase,
    OpenPlan,
    PublishScorecardUseCase,
    QualityReminders,
    QualityScope,
    RaiseRepeatedFaults,
    ShowEvaluation,
    WriteScorecardUseCase,
    { provide: Appeals, useClass: PgAppeals },
    { provide: Calibrations, useClass: PgCalibrations },
    { provide: Coachings, useClass: PgCoachings },
    { provide: Escalations, useClass: PgEscalations },
    { provide: Evaluations, useClass: PgEvaluations },
    { provide: ImprovementPlans, useClass: PgPlans },
    { provide: QualityReports, useClass: PgQualityReports },
    { provide: RecordedCalls, useClass: IvrRecordedCalls },
    { provide: SampleItems, useClass: PgSampleItems },
    { provide: Samples, useClass: PgSamples },
    { provide: Scorecards, useClass: PgScorecards },
    { provide: Transcripts, useClass: PgTranscripts },
  ],
  exports: [ClosePlansOfFormerStaff],
})
export class QualityModule {}
