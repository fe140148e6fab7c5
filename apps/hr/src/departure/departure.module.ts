import { Module } from '@nestjs/common';
import { LeaveModule } from '../leave/leave.module';
import { QualityModule } from '../quality/quality.module';
import { RosterModule } from '../roster/roster.module';
import { SwapModule } from '../swap/swap.module';
import { TrainingModule } from '../training/training.module';
import { SeeToDepartures } from './see-to-departures';

/** What becomes of everything that waits for somebody who has left. */
@Module({
  imports: [LeaveModule, QualityModule, RosterModule, SwapModule, TrainingModule],
  providers: [SeeToDepartures],
})
export class DepartureModule {}
