import { Module } from '@nestjs/common';
import { AttendanceModule } from '../attendance/attendance.module';
import { PolicyModule } from '../policy/policy.module';
import { QualityFactsModule } from '../quality/quality-facts.module';
import { StaffModule } from '../staff/staff.module';
import { TrainingFactsModule } from '../training/training-facts.module';
import { WorkplaceModule } from '../workplace/workplace.module';
import { AppraisalTemplatesHandler } from './appraisal/appraisal-templates.handler';
import { AppraisalsHandler } from './appraisal/appraisals.handler';
import { Appraisals } from './appraisal/appraisals.port';
import { DraftAppraisalUseCase } from './appraisal/draft-appraisal.use-case';
import { ProposeAwards } from './awards/propose-awards';
import { ReadTotalsHandler } from './awards/read-totals.handler';
import { BonusProposalsHandler } from './bonus/bonus-proposals.handler';
import { BonusProposals } from './bonus/bonus-proposals.port';
import { DraftBonus } from './bonus/draft-bonus.use-case';
import { PerformanceCasesHandler } from './cases/performance-cases.handler';
import { PerformanceCases } from './cases/performance-cases.port';
import { KnowWorkWhenWorkOrderChanges } from './facts/know-work-when-work-order-changes.handler';
import { AddUpCounts } from './facts/month-counts';
import { AddUpWork } from './facts/month-work';
import { StaffCounts } from './facts/staff-counts.port';
import { JudgedWorkOfTicket } from './facts/take-day/judged-work';
import { TakeDayHandler } from './facts/take-day/take-day.handler';
import { TakeDay } from './facts/take-day/take-day.use-case';
import { TakeDays } from './facts/take-day/take-days';
import { TelephoneFigures } from './facts/take-day/telephone-figures';
import { MonthIndicators } from './indicators/month-indicators';
import { StaffIndicatorsHandler } from './indicators/staff-indicators.handler';
import { PerformanceItemsHandler } from './items/performance-items.handler';
import { PerformanceItems } from './items/performance-items.port';
import { RecordItem } from './items/record-item.use-case';
import { PgAppraisals } from './persistence/pg-appraisals';
import { PgBonusProposals } from './persistence/pg-bonus-proposals';
import { PgMonthlyScores } from './persistence/pg-monthly-scores';
import { PgPerformanceCases } from './persistence/pg-performance-cases';
import { PgPerformanceItems } from './persistence/pg-performance-items';
import { PgScoreRuns } from './persistence/pg-score-runs';
import { PgStaffCounts } from './persistence/pg-staff-counts';
import { MonthlyScores } from './score/monthly-scores.port';
import { ReckonScores } from './score/reckon-scores';
import { RunScores } from './score/run/run-scores.use-case';
import { ScoreRunsHandler } from './score/run/score-runs.handler';
import { ScoreRuns } from './score/run/score-runs.port';
import { ScoreStep } from './score/run/score-step';
import { StepScoreRuns } from './score/run/step-score-runs';
import { AnswerOwnScoreHandler } from './score/statement/answer-own-score.handler';
import { DecideAppealHandler } from './score/statement/decide-appeal.handler';
import { DecideAppeal } from './score/statement/decide-appeal.use-case';
import { FinishStatements } from './score/statement/finish-statements';
import { PublishScoresHandler } from './score/statement/publish-scores.handler';
import { ReadScoresHandler } from './score/statement/read-scores.handler';
import { PerformanceSight } from './sight';
import { StaffNames } from './staff-names';

/** Indicators, scores of months with bonus and appeal, and appraisals (§11–§13). */
@Module({
  imports: [
    AttendanceModule,
    PolicyModule,
    QualityFactsModule,
    StaffModule,
    TrainingFactsModule,
    WorkplaceModule,
  ],
  controllers: [
    AnswerOwnScoreHandler,
    AppraisalTemplatesHandler,
    AppraisalsHandler,
    BonusProposalsHandler,
    DecideAppealHandler,
    PerformanceCasesHandler,
    PerformanceItemsHandler,
    PublishScoresHandler,
    ReadScoresHandler,
    ReadTotalsHandler,
    ScoreRunsHandler,
    StaffIndicatorsHandler,
    TakeDayHandler,
  ],
  providers: [
    AddUpCounts,
    AddUpWork,
    DecideAppeal,
    DraftAppraisalUseCase,
    DraftBonus,
    FinishStatements,
    JudgedWorkOfTicket,
    KnowWorkWhenWorkOrderChanges,
    MonthIndicators,
    PerformanceSight,
    ProposeAwards,
    ReckonScores,
    RecordItem,
    RunScores,
    ScoreStep,
    StaffNames,
    StepScoreRuns,
    TakeDay,
    TakeDays,
    TelephoneFigures,
    { provide: Appraisals, useClass: PgAppraisals },
    { provide: BonusProposals, useClass: PgBonusProposals },
    { provide: MonthlyScores, useClass: PgMonthlyScores },
    { provide: PerformanceCases, useClass: PgPerformanceCases },
    { provide: PerformanceItems, useClass: PgPerformanceItems },
    { provide: ScoreRuns, useClass: PgScoreRuns },
    { provide: StaffCounts, useClass: PgStaffCounts },
  ],
  exports: [MonthIndicators, MonthlyScores, RunScores, ScoreRuns],
})
export class PerformanceModule {}
