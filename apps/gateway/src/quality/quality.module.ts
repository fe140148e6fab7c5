import { Module } from '@nestjs/common';
import { RecordingModule } from '../recording/recording.module';
import { CalibrationController } from './calibration.controller';
import { QualityCareController } from './care.controller';
import { EvaluationController } from './evaluation.controller';
import { ImprovementPlanController } from './improvement-plan.controller';
import { OwnQualityController } from './own-quality.controller';
import { QualityReportController } from './quality-report.controller';
import { QualitySampleController } from './sample.controller';
import { ScorecardController } from './scorecard.controller';

/** Quality control over REST (§14). */
@Module({
  imports: [RecordingModule],
  controllers: [
    CalibrationController,
    EvaluationController,
    ImprovementPlanController,
    OwnQualityController,
    QualityCareController,
    QualityReportController,
    QualitySampleController,
    ScorecardController,
  ],
})
export class QualityModule {}
