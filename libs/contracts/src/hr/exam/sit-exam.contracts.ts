import { operation } from '../../kernel/contract';
import {
  Flag,
  Id,
  Instant,
  ListOf,
  OptionalId,
  OptionalNested,
  OptionalOneOf,
  RequiredText,
  Whole,
} from '../../kernel/fields';
import { PageOf, PageRequest } from '../../kernel/paging';
import { OptionalStaffNumber } from '../staff/staff-fields';
import {
  AnswerFields,
  EXAM_ATTEMPT_ERRORS,
  EXAM_ATTEMPT_STATES,
  type ExamAttemptState,
  ExamAttemptSummary,
  ExamAttemptView,
  StartedExamAttempt,
} from './exam-attempt.view';
import { EXAM_ERRORS } from './exam.contracts';
import { SittingReference } from './sitting.contracts';

/** Counts a start and draws the paper; from however many tabs, one start. */
export const StartExam = operation({
  subject: 'hr.command.start-exam.v1',
  request: SittingReference,
  reply: StartedExamAttempt,
  errors: [
    EXAM_ERRORS.sittingNotFound,
    EXAM_ERRORS.bankTooSmall,
    EXAM_ATTEMPT_ERRORS.notOpen,
    EXAM_ATTEMPT_ERRORS.notCandidate,
    EXAM_ATTEMPT_ERRORS.noStartLeft,
    'staff.not-found',
  ],
});

export class ExamAttemptReference {
  @Id('Id of the attempt')
  examAttemptId: string;
}

/** One's own paper, or anybody's for who reads training; keys and points only after the release, to markers always. */
export const GetExamAttempt = operation({
  subject: 'hr.query.exam-attempt.v1',
  request: ExamAttemptReference,
  reply: ExamAttemptView,
  errors: [EXAM_ATTEMPT_ERRORS.notFound],
});

export class AnswerBody {
  @Whole('Number of the question', 1, 200)
  no: number;

  @Whole('Grows with every change of this answer, e.g. milliseconds of the clock', 0, Number.MAX_SAFE_INTEGER)
  order: number;

  @OptionalNested('The answer; left out to take it back', () => AnswerFields)
  answer?: AnswerFields;
}

export class AnswersBody {
  @ListOf('Answers that changed', () => AnswerBody, 200)
  answers: AnswerBody[];
}

export class SaveAnswersRequest extends AnswersBody {
  @Id('Id of the attempt')
  examAttemptId: string;
}

export class SavedAnswers {
  @ListOf('Of each answer, what is kept now', () => SavedAnswer, 200)
  answers: SavedAnswer[];

  @Instant('When the time is up')
  deadlineAt: string;

  @Instant('Now, by the clock of the service')
  now: string;
}

export class SavedAnswer {
  @Whole('Number of the question', 1, 200)
  no: number;

  @Flag('False: a newer answer is there, and stays')
  taken: boolean;

  @Whole('Order number of the answer that is kept', 0, Number.MAX_SAFE_INTEGER)
  order: number;
}

/** Saves answers while the time runs; what is older than what is there is not taken. */
export const SaveExamAnswers = operation({
  subject: 'hr.command.save-exam-answers.v1',
  request: SaveAnswersRequest,
  reply: SavedAnswers,
  errors: [EXAM_ATTEMPT_ERRORS.notFound, EXAM_ATTEMPT_ERRORS.closed, EXAM_ATTEMPT_ERRORS.answerInvalid],
});

/** Hands the paper in; said again, it answers the same. */
export const SubmitExam = operation({
  subject: 'hr.command.submit-exam.v1',
  request: ExamAttemptReference,
  reply: ExamAttemptSummary,
  errors: [EXAM_ATTEMPT_ERRORS.notFound],
});

export class ListExamAttemptsRequest extends PageRequest {
  @OptionalId('Only of this sitting')
  sittingId?: string;

  @OptionalStaffNumber('Only of this person')
  staffNumber?: string;

  @OptionalOneOf('Only in this state; `submitted` waits for a marker', EXAM_ATTEMPT_STATES)
  state?: ExamAttemptState;
}

export class ExamAttemptPage extends PageOf(ExamAttemptSummary, 'Attempts, the latest first') {}

export const ListExamAttempts = operation({
  subject: 'hr.query.exam-attempts.v1',
  request: ListExamAttemptsRequest,
  reply: ExamAttemptPage,
});

export class OwnSitting extends SittingReference {
  @RequiredText('Title', 200)
  title: string;

  @Instant('From when it can be started')
  opensAt: string;

  @Instant('When it ends for everybody')
  closesAt: string;

  @Whole('Minutes', 1, 600)
  durationMinutes: number;

  @Whole('Starts left', 0, 20)
  startsLeft: number;

  @OptionalId('Attempt that runs')
  runningAttemptId?: string;
}

export class OwnExams {
  @ListOf('Exams that are open or come within 30 days', () => OwnSitting)
  sittings: OwnSitting[];

  @ListOf("One's own attempts, the latest first, at most 100", () => ExamAttemptSummary)
  attempts: ExamAttemptSummary[];
}

export class OwnExamsRequest {}

export const GetOwnExams = operation({
  subject: 'hr.query.own-exams.v1',
  request: OwnExamsRequest,
  reply: OwnExams,
  errors: ['staff.not-found'],
});
