import { Module } from '@nestjs/common';
import { StaffModule } from '../../staff/staff.module';
import { TrainedStaff } from './trained-staff';

/** Who is trained and examined, and who may see it. */
@Module({ imports: [StaffModule], providers: [TrainedStaff], exports: [TrainedStaff, StaffModule] })
export class TrainedStaffModule {}
