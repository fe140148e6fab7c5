import { ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { operation } from '../../kernel/contract';
import { Instant, OptionalInstant, OptionalText, RequiredText } from '../../kernel/fields';
import { PageRequest } from '../../kernel/paging';
import {
  Bounded,
  Flag,
  Id,
  ListOf,
  OptionalFigure,
  OptionalId,
  OptionalNested,
  OptionalStaffNumber,
  OptionalWhole,
  OptionalWord,
  PageOf,
  StaffNumber,
  Whole,
  Word,
} from '../training/wire-fields';
import { EXAM_ERRORS, SittingReference } from './exam.contracts';
import { QUESTION_KIND_WORDS, type QuestionKindWord, QuestionKeyFields } from './question.contracts';

export const EXAM_ATTEMPT_ERRORS = {
  notFound: 'exam-attempt.not-found',
  notOpen: 'exam-sitting.not-open',
  notCandidate: 'exam-sitting.not-a-candidate',
  noStartLeft: 'exam-attempt.no-start-left',
  /** The time is up, or the paper was handed in: answers do not change any more. */
  closed: 'exam-attempt.closed',
  answerInvalid: 'exam-answer.invalid',
  notReleased: 'exam-attempt.not-released',
  wrongState: 'exam-attempt.not-allowed-in-state',
  /** Nobody marks their own paper, or the same answer twice. */
  notMarker: 'exam-mark.not-by-you',
  markInvalid: 'exam-mark.invalid',
  appealAlready: 'exam-appeal.already-raised',
  appealLate: 'exam-appeal.too-late',
  appealNotFound: 'exam-appeal.not-found',
  appealDecided: 'exam-appeal.already-decided',
  appealByMarker: 'exam-appeal.not-by-you',
} as const;

export const EXAM_ATTEMPT_STATES = ['started', 'submitted', 'marked', 'released'] as const;
export type ExamAttemptState = (typeof EXAM_ATTEMPT_STATES)[number];

const LETTERS = [...'ABCDEFGHIJ'];

export class AnswerFields {
  @ApiPropertyOptional({
    description: 'single, multiple: letters of the options',
    type: [String],
    example: ['B'],
  })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(10)
  @IsIn(LETTERS, { each: true })
  options?: string[];

  @ApiPropertyOptional({ description: 'true-false' })
  @IsOptional()
  @IsBoolean()
  truth?: boolean;

  @ApiPropertyOptional({ description: 'fill-number, fill-text, short', maxLength: 5000 })
  @IsOptional()
  @IsString()
  @MaxLength(5000)
  text?: string;
}

export class PaperOptionView {
  @RequiredText('Letter', 1)
  id: string;

  @RequiredText('Text', 500)
  text: string;
}

/** What is right, with letters in the place of options; told after the release only. */
export class PaperKeyView extends QuestionKeyFields {
  @ApiPropertyOptional({ description: 'Letters of the right options', type: [String] })
  @IsOptional()
  @IsArray()
  @IsIn(LETTERS, { each: true })
  options?: string[];
}

export class PaperItemView {
  @Whole('Number on the paper, from 1', 1, 200)
  no: number;

  @Word('Kind', QUESTION_KIND_WORDS)
  kind: QuestionKindWord;

  @RequiredText('The question', 2000)
  text: string;

  @ListOf('Options, shuffled for this paper', () => PaperOptionView, 10)
  options: PaperOptionView[];

  @Whole('Points', 1, 1000)
  points: number;

  @OptionalNested('What was answered', () => AnswerFields)
  answer?: AnswerFields;

  @OptionalWhole('Order number of that answer', 0, Number.MAX_SAFE_INTEGER)
  order?: number;

  @OptionalNested('What is right; after the release', () => PaperKeyView)
  key?: PaperKeyView;

  @OptionalFigure('Points it got; after the release')
  awarded?: number;
}

export class ExamAttemptSummary {
  @Id('Id of the attempt')
  examAttemptId: string;

  @Id('Id of the sitting')
  sittingId: string;

  @RequiredText('Title of the exam', 200)
  title: string;

  @StaffNumber()
  staffNumber: string;

  @OptionalText('Name', 100)
  name?: string;

  @Whole('Which start of the sitting it is, from 1', 1, 20)
  ordinal: number;

  @Word('State', EXAM_ATTEMPT_STATES)
  state: ExamAttemptState;

  @Instant('When it was started')
  startedAt: string;

  @Instant('When the time is up, by the clock of the service')
  deadlineAt: string;

  @OptionalInstant('When it was handed in')
  submittedAt?: string;

  @OptionalWord('By whom; deadline: the service did, when the time was up', ['examinee', 'deadline'])
  submittedBy?: 'examinee' | 'deadline';

  @Whole('Full marks', 1, 1_000_000)
  fullMarks: number;

  @OptionalFigure('Score; to the examinee only after the release')
  score?: number;

  @ApiPropertyOptional({ description: 'Whether it was passed' })
  @IsOptional()
  @IsBoolean()
  passed?: boolean;

  @OptionalFigure('Score before an appeal changed it')
  firstScore?: number;
}

export class ExamAttemptView extends ExamAttemptSummary {
  @Instant('Now, by the clock of the service')
  now: string;

  @ListOf('The paper', () => PaperItemView, 200)
  items: PaperItemView[];
}

export class StartedExamAttempt extends ExamAttemptView {
  @Flag('True: it was running already, and no start was spent')
  resumed: boolean;
}

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

  @OptionalWord('Only in this state; `submitted` waits for a marker', EXAM_ATTEMPT_STATES)
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

export class MarkRow {
  @Whole('Number of the question', 1, 200)
  no: number;

  @Bounded('Points, at most those of the question', 0, 1000)
  points: number;

  @OptionalText('Remark', 1000)
  remark?: string;
}

export class MarksBody {
  @ListOf('Marks of the answers that the key cannot mark', () => MarkRow, 200)
  marks: MarkRow[];
}

export class MarkExamAttemptRequest extends MarksBody {
  @Id('Id of the attempt')
  examAttemptId: string;
}

export class MarkNeed {
  @Whole('Number of the question', 1, 200)
  no: number;

  @Word('settling: two markers were too far apart', ['first', 'second', 'settling'])
  needs: 'first' | 'second' | 'settling';
}

export class MarkedExamAttempt extends ExamAttemptSummary {
  @ListOf('Answers that still need a marker', () => MarkNeed, 200)
  open: MarkNeed[];
}

/** Marks as the first, the second or the settling person, whichever is due; nobody marks an answer twice, or their own paper. */
export const MarkExamAttempt = operation({
  subject: 'hr.command.mark-exam-attempt.v1',
  request: MarkExamAttemptRequest,
  reply: MarkedExamAttempt,
  errors: [
    EXAM_ATTEMPT_ERRORS.notFound,
    EXAM_ATTEMPT_ERRORS.wrongState,
    EXAM_ATTEMPT_ERRORS.notMarker,
    EXAM_ATTEMPT_ERRORS.markInvalid,
  ],
});

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

  @Word('State', EXAM_APPEAL_STATES)
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
  @OptionalWord('Only in this state', EXAM_APPEAL_STATES)
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
