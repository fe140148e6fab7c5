import { Controller } from '@nestjs/common';
import {
  type RequestContext,
  TakeTrainingAttendance,
  TakeTrainingAttendanceRequest,
  type TrainingAttendanceTaken,
} from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { TakeAttendance } from './take-attendance.use-case';

@Controller()
export class TakeAttendanceHandler {
  constructor(private readonly attendance: TakeAttendance) {}

  @Handles(TakeTrainingAttendance)
  handle(
    { sessionId, rows }: TakeTrainingAttendanceRequest,
    context: RequestContext,
  ): Promise<TrainingAttendanceTaken> {
    return this.attendance.execute(sessionId, rows, context);
  }
}
