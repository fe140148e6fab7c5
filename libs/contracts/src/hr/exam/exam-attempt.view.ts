import { ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import {
  Flag,
  Id,
  Instant,
  ListOf,
  OneOf,
  OptionalFigure,
  OptionalInstant,
  OptionalNested,
  OptionalOneOf,
  OptionalText,
  OptionalWhole,
  RequiredText,
  Whole,
} from '../../kernel/fields';
import { StaffNumber } from '../staff/staff-fields';
import { QUESTION_KIND_WORDS, QuestionKeyFields, type QuestionKindWord } from './question.contracts';

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

  @OneOf('Kind', QUESTION_KIND_WORDS)
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

  @OneOf('State', EXAM_ATTEMPT_STATES)
  state: ExamAttemptState;

  @Instant('When it was started')
  startedAt: string;

  @Instant('When the time is up, by the clock of the service')
  deadlineAt: string;

  @OptionalInstant('When it was handed in')
  submittedAt?: string;

  @OptionalOneOf('By whom; deadline: the service did, when the time was up', ['examinee', 'deadline'])
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
