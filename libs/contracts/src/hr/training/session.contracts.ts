import { operation } from '../../kernel/contract';
import {
  Id,
  Instant,
  OneOf,
  OptionalFlag,
  OptionalId,
  OptionalInstant,
  OptionalOneOf,
  OptionalText,
  OptionalWhole,
  RequiredText,
  Whole,
} from '../../kernel/fields';
import { PageOf, PageRequest } from '../../kernel/paging';
import { COURSE_ERRORS } from './course.contracts';
import { TRAINING_PLAN_ERRORS } from './plan.contracts';
import { CourseCode, OptionalCourseCode } from './training-fields';

export const TRAINING_SESSION_ERRORS = {
  notFound: 'training-session.not-found',
  /** The session is held or cancelled, or its time does not allow it. */
  wrongState: 'training-session.not-allowed-in-state',
  badTime: 'training-session.bad-time',
  /** Fewer seats than are taken. */
  capacityTaken: 'training-session.capacity-below-enrolled',
  courseRetired: 'course.retired',
  alreadyEnrolled: 'training-enrolment.already-enrolled',
  enrolmentNotFound: 'training-enrolment.not-found',
  attendanceInvalid: 'training-attendance.invalid',
} as const;

export const TRAINING_SESSION_STATES = ['planned', 'held', 'cancelled'] as const;
export type TrainingSessionState = (typeof TRAINING_SESSION_STATES)[number];

export class TrainingSessionFields {
  @Instant('Begin')
  startsAt: string;

  @Instant('End')
  endsAt: string;

  @RequiredText('Where; a room, or how it is reached online', 200)
  place: string;

  @Whole('Seats', 1, 10_000)
  capacity: number;

  @OptionalId('Trainer')
  trainerId?: string;

  @OptionalWhole('Minutes credited to who is there all the time; begin to end unless given', 1, 6000)
  minutes?: number;

  @OptionalId('Need that it serves')
  needId?: string;

  @OptionalText('Remark', 1000)
  remark?: string;
}

export class TrainingSessionView extends TrainingSessionFields {
  @Id('Id of the session')
  sessionId: string;

  @CourseCode()
  courseCode: string;

  @Whole('Version of the course', 1, 1_000_000)
  courseVersion: number;

  @RequiredText('Title of the course in Chinese', 100)
  titleZh: string;

  @RequiredText('Title of the course in English', 100)
  titleEn: string;

  @OneOf('State', TRAINING_SESSION_STATES)
  state: TrainingSessionState;

  @Whole('Seats taken', 0, 10_000)
  enrolled: number;

  @Whole('How many wait for a seat', 0, 1_000_000)
  waiting: number;

  @OptionalText('Name of the trainer', 100)
  trainer?: string;
}

export class PlanTrainingSessionRequest extends TrainingSessionFields {
  @CourseCode()
  courseCode: string;
}

const SESSION_CHANGE_ERRORS = [
  TRAINING_SESSION_ERRORS.badTime,
  COURSE_ERRORS.trainerNotFound,
  TRAINING_PLAN_ERRORS.needNotFound,
] as const;

export const PlanTrainingSession = operation({
  subject: 'hr.command.plan-training-session.v1',
  request: PlanTrainingSessionRequest,
  reply: TrainingSessionView,
  errors: [COURSE_ERRORS.notFound, TRAINING_SESSION_ERRORS.courseRetired, ...SESSION_CHANGE_ERRORS],
});

export class ChangeTrainingSessionRequest extends TrainingSessionFields {
  @Id('Id of the session')
  sessionId: string;
}

/** Changes a session that is still to be held; seats that become free go to those who wait longest. */
export const ChangeTrainingSession = operation({
  subject: 'hr.command.change-training-session.v1',
  request: ChangeTrainingSessionRequest,
  reply: TrainingSessionView,
  errors: [
    TRAINING_SESSION_ERRORS.notFound,
    TRAINING_SESSION_ERRORS.wrongState,
    TRAINING_SESSION_ERRORS.capacityTaken,
    ...SESSION_CHANGE_ERRORS,
  ],
});

export class TrainingSessionReference {
  @Id('Id of the session')
  sessionId: string;
}

export const CancelTrainingSession = operation({
  subject: 'hr.command.cancel-training-session.v1',
  request: TrainingSessionReference,
  reply: TrainingSessionView,
  errors: [TRAINING_SESSION_ERRORS.notFound, TRAINING_SESSION_ERRORS.wrongState],
});

export const GetTrainingSession = operation({
  subject: 'hr.query.training-session.v1',
  request: TrainingSessionReference,
  reply: TrainingSessionView,
  errors: [TRAINING_SESSION_ERRORS.notFound],
});

export class ListTrainingSessionsRequest extends PageRequest {
  @OptionalCourseCode('Only of this course')
  courseCode?: string;

  @OptionalOneOf('Only in this state', TRAINING_SESSION_STATES)
  state?: TrainingSessionState;

  @OptionalInstant('Only those that begin then or later')
  from?: string;

  @OptionalInstant('Only those that begin before')
  before?: string;

  @OptionalFlag('Only those with a free seat')
  free?: boolean;
}

export class TrainingSessionPage extends PageOf(TrainingSessionView, 'Sessions by their begin') {}

export const ListTrainingSessions = operation({
  subject: 'hr.query.training-sessions.v1',
  request: ListTrainingSessionsRequest,
  reply: TrainingSessionPage,
});
