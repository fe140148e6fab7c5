import { operation } from '../../kernel/contract';
import {
  Bounded,
  Flag,
  Id,
  Instant,
  ListOf,
  OneOf,
  OptionalFigure,
  OptionalInstant,
  OptionalOneOf,
  OptionalText,
  RequiredText,
} from '../../kernel/fields';
import { PageOf, PageRequest } from '../../kernel/paging';
import { StaffNumber } from '../staff/staff-fields';
import { EXAM_ATTEMPT_ERRORS } from './exam-attempt.view';
import { MarkRow } from './marking.contracts';

export const EXAM_APPEAL_STATES = ['open', 'upheld', 'rejected'] as const;

export class ExamAppealView {
  @Id('Id of the appeal')
  appealId: string;

  @Id('Id of the attempt')
  examAttemptId: string;

  @StaffNumber()
  staffNumber: string;

  @RequiredText('Title of the exam', 200)
  title: string;

  @RequiredText('Why', 2000)
  reason: string;

  @OneOf('State', EXAM_APPEAL_STATES)
  state: (typeof EXAM_APPEAL_STATES)[number];

  @Instant('When it was raised')
  raisedAt: string;

  @Bounded('Score that is appealed', 0, 1_000_000)
  scoreBefore: number;

  @OptionalFigure('Score after the decision')
  scoreAfter?: number;

  @OptionalText('The decision', 2000)
  decision?: string;

  @OptionalInstant('When it was decided')
  decidedAt?: string;

  @OptionalText('Who decided', 200)
  decidedBy?: string;
}

export class ExamAppealBody {
  @RequiredText('Why', 2000)
  reason: string;
}

export class RaiseExamAppealRequest extends ExamAppealBody {
  @Id('Id of the attempt')
  examAttemptId: string;
}

/** One for each of one's own attempts, within the days of the policy `exam`. */
export const RaiseExamAppeal = operation({
  subject: 'hr.command.raise-exam-appeal.v1',
  request: RaiseExamAppealRequest,
  reply: ExamAppealView,
  errors: [
    EXAM_ATTEMPT_ERRORS.notFound,
    EXAM_ATTEMPT_ERRORS.notReleased,
    EXAM_ATTEMPT_ERRORS.appealAlready,
    EXAM_ATTEMPT_ERRORS.appealLate,
  ],
});

export class ListExamAppealsRequest extends PageRequest {
  @OptionalOneOf('Only in this state', EXAM_APPEAL_STATES)
  state?: (typeof EXAM_APPEAL_STATES)[number];
}

export class ExamAppealPage extends PageOf(ExamAppealView, 'Appeals, the latest first') {}

export const ListExamAppeals = operation({
  subject: 'hr.query.exam-appeals.v1',
  request: ListExamAppealsRequest,
  reply: ExamAppealPage,
});

export class ExamAppealDecision {
  @Flag('Whether the appeal is right')
  upheld: boolean;

  @RequiredText('Why', 2000)
  decision: string;

  @ListOf('Points that take the place of those there; empty when rejected', () => MarkRow, 200)
  marks: MarkRow[];
}

export class DecideExamAppealRequest extends ExamAppealDecision {
  @Id('Id of the appeal')
  appealId: string;
}

/** By somebody who did not mark the paper; the score before is kept. */
export const DecideExamAppeal = operation({
  subject: 'hr.command.decide-exam-appeal.v1',
  request: DecideExamAppealRequest,
  reply: ExamAppealView,
  errors: [
    EXAM_ATTEMPT_ERRORS.appealNotFound,
    EXAM_ATTEMPT_ERRORS.appealDecided,
    EXAM_ATTEMPT_ERRORS.appealByMarker,
    EXAM_ATTEMPT_ERRORS.markInvalid,
  ],
});
