import { operation } from '../../kernel/contract';
import {
  Id,
  Instant,
  ListOf,
  OneOf,
  OptionalOneOf,
  OptionalText,
  OptionalWhole,
  RequiredText,
} from '../../kernel/fields';
import { PageOf, PageRequest } from '../../kernel/paging';
import { OptionalStaffNumber, StaffNumber } from '../staff/staff-fields';
import { TRAINING_SESSION_ERRORS, TrainingSessionReference } from './session.contracts';

export const ENROLMENT_STATES = ['enrolled', 'waiting', 'withdrawn', 'attended', 'absent'] as const;
export type EnrolmentState = (typeof ENROLMENT_STATES)[number];

/** Something that the session collides with; it stops nobody from being enrolled. */
export class EnrolmentWarning {
  @OneOf('shift: of the published roster; session: another training', ['shift', 'session'])
  kind: 'shift' | 'session';

  @Instant('Begin')
  startsAt: string;

  @Instant('End')
  endsAt: string;

  @RequiredText('Template of the shift, or title of the course', 200)
  what: string;
}

export class EnrolmentView {
  @Id('Id of the session')
  sessionId: string;

  @StaffNumber()
  staffNumber: string;

  @OptionalText('Name', 100)
  name?: string;

  @OneOf('waiting: moves up when a seat becomes free', ENROLMENT_STATES)
  state: EnrolmentState;

  @OptionalWhole('Place in the line of those who wait, from 1', 1, 1_000_000)
  placeInLine?: number;

  @OptionalWhole('Minutes credited', 0, 6000)
  attendedMinutes?: number;

  @Instant('Since when')
  enrolledAt: string;

  @ListOf('What it collides with; told, and no obstacle', () => EnrolmentWarning)
  warnings: EnrolmentWarning[];
}

/** Without a staff number: oneself. */
export class EnrolRequest extends TrainingSessionReference {
  @OptionalStaffNumber('Who; oneself unless given')
  staffNumber?: string;
}

/** Takes a seat, or a place in the line when none is free. */
export const Enrol = operation({
  subject: 'hr.command.enrol.v1',
  request: EnrolRequest,
  reply: EnrolmentView,
  errors: [
    TRAINING_SESSION_ERRORS.notFound,
    TRAINING_SESSION_ERRORS.wrongState,
    TRAINING_SESSION_ERRORS.alreadyEnrolled,
    'staff.not-found',
  ],
});

/** Gives a seat back; who waits longest gets it. */
export const WithdrawEnrolment = operation({
  subject: 'hr.command.withdraw-enrolment.v1',
  request: EnrolRequest,
  reply: EnrolmentView,
  errors: [
    TRAINING_SESSION_ERRORS.notFound,
    TRAINING_SESSION_ERRORS.wrongState,
    TRAINING_SESSION_ERRORS.enrolmentNotFound,
    'staff.not-found',
  ],
});

export class ListEnrolmentsRequest extends PageRequest {
  @Id('Id of the session')
  sessionId: string;

  @OptionalOneOf('Only in this state', ENROLMENT_STATES)
  state?: EnrolmentState;
}

export class EnrolmentPage extends PageOf(EnrolmentView, 'In the order of enrolling') {}

export const ListEnrolments = operation({
  subject: 'hr.query.training-enrolments.v1',
  request: ListEnrolmentsRequest,
  reply: EnrolmentPage,
  errors: [TRAINING_SESSION_ERRORS.notFound],
});
