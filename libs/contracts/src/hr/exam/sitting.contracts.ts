import { operation } from '../../kernel/contract';
import {
  Flag,
  Id,
  Instant,
  ListOf,
  OneOf,
  OptionalId,
  OptionalInstant,
  OptionalMonth,
  OptionalOneOf,
  OptionalWhole,
  RequiredText,
  Texts,
  Whole,
} from '../../kernel/fields';
import { PageOf, PageRequest } from '../../kernel/paging';
import { StaffNumbers } from '../staff/staff-fields';
import { OptionalCourseCode } from '../training/training-fields';
import { EXAM_ERRORS } from './exam.contracts';

export const SITTING_STATES = ['planned', 'cancelled', 'released'] as const;
export type SittingState = (typeof SITTING_STATES)[number];

export class SittingFields {
  @Instant('From when it can be started')
  opensAt: string;

  @Instant('When it ends for everybody')
  closesAt: string;

  @OptionalWhole('Starts that one person has; else as the policy `exam` says', 1, 20)
  attemptLimit?: number;
}

export class SittingBody extends SittingFields {
  @StaffNumbers('Who may sit it; empty: everybody', 5000)
  candidates: string[];
}

export class SittingView extends SittingFields {
  @Id('Id of the sitting')
  sittingId: string;

  @Id('Id of the exam')
  examId: string;

  @RequiredText('Title', 200)
  title: string;

  @OptionalCourseCode('Course that it completes')
  courseCode?: string;

  @Whole('0 is the exam itself, 1 its first resit', 0, 100)
  resit: number;

  @OptionalId('Sitting that it is a resit of')
  resitOf?: string;

  @Whole('Minutes that an examinee has', 1, 600)
  durationMinutes: number;

  @Whole('Full marks', 1, 1_000_000)
  fullMarks: number;

  @Whole('Per cent from which it is passed', 1, 100)
  passPercent: number;

  @Flag('Whether only those on the list may sit it')
  listed: boolean;

  @Flag('Whether two people mark what the key cannot')
  secondMarker: boolean;

  @OptionalMonth('Month for whose score it counts')
  countsFor?: string;

  @OneOf('State', SITTING_STATES)
  state: SittingState;

  @OptionalInstant('When results were released')
  releasedAt?: string;
}

export class SittingFigures {
  @Whole('People on the list', 0, 1_000_000)
  candidates: number;

  @Whole('Attempts that run', 0, 1_000_000)
  running: number;

  @Whole('Attempts that wait for a marker', 0, 1_000_000)
  toMark: number;

  @Whole('Attempts with a score', 0, 1_000_000)
  marked: number;
}

export class SittingDetail extends SittingView {
  @ListOf('How far it is', () => SittingFigures, 1)
  figures: SittingFigures[];

  @Texts('People on the list', 5000, 20)
  candidates: string[];
}

export class OpenSittingRequest extends SittingBody {
  @Id('Id of the exam')
  examId: string;
}

export const OpenSitting = operation({
  subject: 'hr.command.open-exam-sitting.v1',
  request: OpenSittingRequest,
  reply: SittingView,
  errors: [EXAM_ERRORS.notFound, EXAM_ERRORS.badWindow, EXAM_ERRORS.bankTooSmall, 'staff.not-found'],
});

export class SittingReference {
  @Id('Id of the sitting')
  sittingId: string;
}

export const GetSitting = operation({
  subject: 'hr.query.exam-sitting.v1',
  request: SittingReference,
  reply: SittingDetail,
  errors: [EXAM_ERRORS.sittingNotFound],
});

export class ListSittingsRequest extends PageRequest {
  @OptionalId('Only of this exam')
  examId?: string;

  @OptionalOneOf('Only in this state', SITTING_STATES)
  state?: SittingState;

  @OptionalMonth('Only those that count for this month')
  countsFor?: string;
}

export class SittingPage extends PageOf(SittingView, 'Sittings, the latest first') {}

export const ListSittings = operation({
  subject: 'hr.query.exam-sittings.v1',
  request: ListSittingsRequest,
  reply: SittingPage,
});

/** Only before anybody has started. */
export const CancelSitting = operation({
  subject: 'hr.command.cancel-exam-sitting.v1',
  request: SittingReference,
  reply: SittingView,
  errors: [EXAM_ERRORS.sittingNotFound, EXAM_ERRORS.wrongState],
});

/** Shows everybody their result and the keys; only after the sitting has ended and all is marked. */
export const ReleaseSitting = operation({
  subject: 'hr.command.release-exam-sitting.v1',
  request: SittingReference,
  reply: SittingView,
  errors: [EXAM_ERRORS.sittingNotFound, EXAM_ERRORS.wrongState, EXAM_ERRORS.stillOpen, EXAM_ERRORS.notMarked],
});

export class OpenResitRequest extends SittingFields {
  @Id('Id of the sitting whose losers sit again')
  sittingId: string;
}

/** A sitting for those who failed or did not come, as often as the policy `exam` allows; apart from the starts within a sitting. */
export const OpenResit = operation({
  subject: 'hr.command.open-exam-resit.v1',
  request: OpenResitRequest,
  reply: SittingView,
  errors: [
    EXAM_ERRORS.sittingNotFound,
    EXAM_ERRORS.wrongState,
    EXAM_ERRORS.badWindow,
    EXAM_ERRORS.noResitLeft,
    EXAM_ERRORS.nobodyToResit,
    EXAM_ERRORS.bankTooSmall,
  ],
});
