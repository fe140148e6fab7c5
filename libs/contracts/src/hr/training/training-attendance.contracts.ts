import { operation } from '../../kernel/contract';
import { Flag, Id, ListOf, OptionalWhole, Texts, Whole } from '../../kernel/fields';
import { StaffNumber } from '../staff/staff-fields';
import { TRAINING_SESSION_ERRORS } from './session.contracts';

export class TrainingAttendanceRow {
  @StaffNumber()
  staffNumber: string;

  @Flag('Whether they were there')
  attended: boolean;

  @OptionalWhole('Minutes that they were there; all unless given', 0, 6000)
  minutes?: number;
}

export class TrainingAttendanceBody {
  @ListOf(
    'Who was there and who was not; also who came without enrolment',
    () => TrainingAttendanceRow,
    10_000,
  )
  rows: TrainingAttendanceRow[];
}

export class TakeTrainingAttendanceRequest extends TrainingAttendanceBody {
  @Id('Id of the session')
  sessionId: string;
}

export class TrainingAttendanceTaken {
  @Whole('Attended', 0, 10_000)
  attended: number;

  @Whole('Absent', 0, 10_000)
  absent: number;

  @Whole('Enrolled people of whom nothing was said; the session stays open until somebody does', 0, 10_000)
  unknown: number;

  @Texts('Numbers of certificates that were issued', 10_000, 40)
  certificates: string[];
}

/** Taken again, the later word counts, and hours are credited anew, never twice. */
export const TakeTrainingAttendance = operation({
  subject: 'hr.command.take-training-attendance.v1',
  request: TakeTrainingAttendanceRequest,
  reply: TrainingAttendanceTaken,
  errors: [
    TRAINING_SESSION_ERRORS.notFound,
    TRAINING_SESSION_ERRORS.wrongState,
    TRAINING_SESSION_ERRORS.attendanceInvalid,
    'staff.not-found',
  ],
});
