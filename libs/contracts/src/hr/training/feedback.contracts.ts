import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import { operation } from '../../kernel/contract';
import {
  Figure,
  Id,
  ListOf,
  OneOf,
  OptionalDay,
  OptionalFigure,
  OptionalNested,
  OptionalText,
  RequiredText,
  Texts,
  Whole,
} from '../../kernel/fields';
import { TRAINING_SESSION_ERRORS, TrainingSessionReference } from './session.contracts';
import { COURSE_ERRORS } from './course.contracts';
import { CourseCode } from './training-fields';

export const TRAINING_FEEDBACK_ERRORS = {
  alreadyGiven: 'training-feedback.already-given',
  /** Only who attended has something to say. */
  notAttended: 'training-feedback.not-attended',
} as const;

export class TrainingFeedbackBody {
  @Whole('The content, 1 (poor) to 5 (very good)', 1, 5)
  content: number;

  @Whole('The trainer', 1, 5)
  trainer: number;

  @Whole('Its use for the work', 1, 5)
  usefulness: number;

  @Whole('The organisation', 1, 5)
  organisation: number;

  @OptionalText('In words; write nothing that tells who you are', 1000)
  remark?: string;
}

export class GiveTrainingFeedbackRequest extends TrainingFeedbackBody {
  @Id('Id of the session')
  sessionId: string;
}

export class FeedbackThanks {
  @Whole('Answers to this session so far', 0, 10_000)
  answers: number;
}

/** Once per person and session; nothing that is stored leads from an answer to who gave it. */
export const GiveTrainingFeedback = operation({
  subject: 'hr.command.give-training-feedback.v1',
  request: GiveTrainingFeedbackRequest,
  reply: FeedbackThanks,
  errors: [
    TRAINING_SESSION_ERRORS.notFound,
    TRAINING_FEEDBACK_ERRORS.alreadyGiven,
    TRAINING_FEEDBACK_ERRORS.notAttended,
    'staff.not-found',
  ],
});

export class FeedbackMeans {
  @Figure('The content, 1 to 5')
  content: number;

  @Figure('The trainer')
  trainer: number;

  @Figure('Its use')
  usefulness: number;

  @Figure('The organisation')
  organisation: number;
}

export class TrainingFeedbackView {
  @Id('Id of the session')
  sessionId: string;

  @Whole('Answers', 0, 10_000)
  answers: number;

  @Whole('Answers from which the rest is shown; fewer would tell who said it', 1, 10_000)
  shownFrom: number;

  @OptionalNested('Means; absent while there are too few answers', () => FeedbackMeans)
  means?: FeedbackMeans;

  @ApiPropertyOptional({ description: 'Remarks in no order of time', type: [String] })
  @IsOptional()
  remarks?: string[];
}

export const GetTrainingFeedback = operation({
  subject: 'hr.query.training-feedback.v1',
  request: TrainingSessionReference,
  reply: TrainingFeedbackView,
  errors: [TRAINING_SESSION_ERRORS.notFound],
});

export const EFFECT_INDICATORS = [
  'quality-score',
  'critical-error-percent',
  'transaction-quality',
  'exam-percent',
] as const;

export class EffectView {
  @OneOf('Indicator of a month', EFFECT_INDICATORS)
  indicator: (typeof EFFECT_INDICATORS)[number];

  @OneOf('Which way is better', ['higher', 'lower'])
  better: 'higher' | 'lower';

  @Whole('Participants known before and after: the size of the sample', 0, 1_000_000)
  measured: number;

  @Whole('Participants of whom one side or both are unknown; they count in no mean', 0, 1_000_000)
  unknown: number;

  @OptionalFigure('Mean before, of those measured')
  before?: number;

  @OptionalFigure('Mean after, of the same people')
  after?: number;

  @OptionalFigure('after − before')
  change?: number;

  @Whole('Of those measured, how many are better off', 0, 1_000_000)
  improved: number;
}

export class GetCourseEffectRequest {
  @CourseCode()
  code: string;

  @OptionalDay('Only of sessions from this day on; else of the last year')
  from?: string;

  @OptionalDay('Only of sessions up to this day')
  to?: string;
}

export class CourseEffectView {
  @CourseCode()
  code: string;

  @Whole('Months before and after that are compared', 1, 12)
  months: number;

  @Whole('People who attended; of several sessions their last', 0, 1_000_000)
  participants: number;

  @ListOf('By indicator', () => EffectView)
  effects: EffectView[];

  @Texts('What to keep in mind when reading it', 10, 1000)
  notes: string[];

  @RequiredText('First day of the sessions', 10)
  from: string;

  @RequiredText('Last day of the sessions', 10)
  to: string;
}

/** Indicators of the months before and after a course, of those who attended it (§15). */
export const GetCourseEffect = operation({
  subject: 'hr.query.course-effect.v1',
  request: GetCourseEffectRequest,
  reply: CourseEffectView,
  errors: [COURSE_ERRORS.notFound],
});
