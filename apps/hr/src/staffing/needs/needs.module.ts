import { Module } from '@nestjs/common';
import { PolicyModule } from '../../policy/policy.module';
import { Forecasts } from '../forecasts.port';
import { PgForecasts } from '../persistence/pg-forecasts';
import { StaffingNeeds } from './staffing-needs';

/** Forecasts and the heads that they need, for rosters too. */
@Module({
  imports: [PolicyModule],
  providers: [StaffingNeeds, { provide: Forecasts, useClass: PgForecasts }],
  exports: [StaffingNeeds, Forecasts],
})
export class NeedsModule {}
