import { Module } from '@nestjs/common';
import { AppraisalsController } from './appraisals.controller';
import { IndicatorsController } from './indicators.controller';
import { MonthlyScoresController } from './monthly-scores.controller';
import { OwnPerformanceController } from './own-performance.controller';
import { PerformanceItemsController } from './performance-items.controller';
import { RewardsController } from './rewards.controller';

@Module({
  controllers: [
    AppraisalsController,
    IndicatorsController,
    MonthlyScoresController,
    OwnPerformanceController,
    PerformanceItemsController,
    RewardsController,
  ],
})
export class PerformanceModule {}
