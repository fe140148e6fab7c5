import { Module } from '@nestjs/common';
import { StaffModule } from '../../staff/staff.module';
import { WorkingCalendarModule } from '../../working-calendar/working-calendar.module';
import { CentreCalendar } from './centre-calendar';
import { Members } from './members';

/** Who acts and which days are worked, for the supervisor's day and the smaller things. */
@Module({
  imports: [StaffModule, WorkingCalendarModule],
  providers: [CentreCalendar, Members],
  exports: [CentreCalendar, Members],
})
export class WorkplaceCommonModule {}
