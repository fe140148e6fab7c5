import { Module } from '@nestjs/common';
import { AttendanceController } from './attendance.controller';
import { InterviewController } from './interview.controller';
import { MyAttendanceController } from './my-attendance.controller';
import { PunchController } from './punch.controller';
import { SickCallController } from './sick-call.controller';

@Module({
  controllers: [
    AttendanceController,
    InterviewController,
    MyAttendanceController,
    PunchController,
    SickCallController,
  ],
})
export class AttendanceModule {}
