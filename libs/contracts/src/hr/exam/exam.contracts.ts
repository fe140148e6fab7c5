import { operation } from '../../kernel/contract';
import {
  Flag,
  Id,
  ListOf,
  OptionalFlag,
  OptionalMonth,
  OptionalOneOf,
  OptionalText,
  OptionalWhole,
  RequiredText,
  Whole,
} from '../../kernel/fields';
import { PageOf, PageRequest } from '../../kernel/paging';
import { COURSE_ERRORS } from '../training/course.contracts';
import { OptionalCourseCode } from '../training/training-fields';
import {
  DIFFICULTY_WORDS,
  type DifficultyWord,
  QUESTION_KIND_WORDS,
  type QuestionKindWord,
} from './question.contracts';

export const EXAM_ERRORS = {
  notFound: 'exam.not-found',
  changed: 'exam.version-conflict',
  /** The bank has too few questions for a part of the blueprint; `details.shortfalls`. */
  bankTooSmall: 'exam.bank-too-small',
  sittingNotFound: 'exam-sitting.not-found',
  badWindow: 'exam-sitting.bad-window',
  wrongState: 'exam-sitting.not-allowed-in-state',
  notMarked: 'exam-sitting.not-marked',
  stillOpen: 'exam-sitting.still-open',
  noResitLeft: 'exam-sitting.no-resit-left',
  nobodyToResit: 'exam-sitting.nobody-to-resit',
} as const;

export class BlueprintPartFields {
  @OptionalCourseCode('Only questions of this course')
  courseCode?: string;

  @OptionalText('Only of this topic', 100)
  topic?: string;

  @OptionalOneOf('Only of this difficulty', DIFFICULTY_WORDS)
  difficulty?: DifficultyWord;

  @OptionalOneOf('Only of this kind', QUESTION_KIND_WORDS)
  kind?: QuestionKindWord;

  @Whole('How many questions are drawn', 1, 200)
  count: number;

  @Whole('Points of each', 1, 1000)
  pointsEach: number;
}

export class ExamFields {
  @RequiredText('Title', 200)
  title: string;

  @OptionalCourseCode('Course that it completes')
  courseCode?: string;

  @ListOf('What a paper is drawn by; at most 200 questions in all', () => BlueprintPartFields, 50)
  blueprint: BlueprintPartFields[];

  @Whole('Minutes that an examinee has', 1, 600)
  durationMinutes: number;

  @OptionalWhole('Per cent from which it is passed; else as the policy `exam` says', 1, 100)
  passPercent?: number;

  @Flag('Whether two people mark what the key cannot')
  secondMarker: boolean;

  @OptionalMonth('Month for whose score it counts (§11)')
  countsFor?: string;
}

export class ExamView extends ExamFields {
  @Id('Id of the exam')
  examId: string;

  @Whole('Version', 1, 1_000_000)
  version: number;

  @Flag('Whether sittings can be made of it')
  active: boolean;

  @Whole('Full marks', 0, 1_000_000)
  fullMarks: number;
}

export class SaveExamRequest extends ExamFields {
  @Id('Id of the exam; a new one makes a new exam')
  examId: string;

  @Whole('Version that is changed; 0 for a new exam', 0, 1_000_000)
  baseVersion: number;

  @OptionalFlag('Whether sittings can be made of it; true unless given')
  active?: boolean;
}

/** Refused when the bank cannot fill the blueprint. Sittings that were made stay as they are. */
export const SaveExam = operation({
  subject: 'hr.command.save-exam.v1',
  request: SaveExamRequest,
  reply: ExamView,
  errors: [EXAM_ERRORS.notFound, EXAM_ERRORS.changed, EXAM_ERRORS.bankTooSmall, COURSE_ERRORS.notFound],
});

export class ListExamsRequest extends PageRequest {
  @OptionalCourseCode('Only of this course')
  courseCode?: string;

  @OptionalMonth('Only those that count for this month')
  countsFor?: string;

  @OptionalFlag('Only those of which sittings can be made, or cannot')
  active?: boolean;
}

export class ExamPage extends PageOf(ExamView, 'Exams, the latest first') {}

export const ListExams = operation({
  subject: 'hr.query.exams.v1',
  request: ListExamsRequest,
  reply: ExamPage,
});
