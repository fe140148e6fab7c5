import { operation } from '../../kernel/contract';
import {
  Flag,
  Id,
  Instant,
  ListOf,
  OneOf,
  OptionalFlag,
  OptionalId,
  OptionalInstant,
  OptionalMonth,
  OptionalOneOf,
  OptionalText,
  OptionalWhole,
  RequiredText,
  Texts,
  Whole,
} from '../../kernel/fields';
import { PageOf, PageRequest } from '../../kernel/paging';
import { COURSE_ERRORS } from '../training/course.contracts';
import { OptionalCourseCode } from '../training/training-fields';
import { StaffNumbers } from '../staff/staff-fields';
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
