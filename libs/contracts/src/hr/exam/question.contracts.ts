import { operation } from '../../kernel/contract';
import {
  Flag,
  Instant,
  ListOf,
  Nested,
  OneOf,
  OptionalFlag,
  OptionalOneOf,
  OptionalText,
  OptionalTexts,
  RequiredText,
  Texts,
  Whole,
} from '../../kernel/fields';
import { PageOf, PageRequest } from '../../kernel/paging';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsBoolean, IsInt, IsNumber, IsOptional, Max, Min } from 'class-validator';
import { COURSE_ERRORS } from '../training/course.contracts';
import { OptionalCourseCode, QuestionCode } from '../training/training-fields';

export const QUESTION_ERRORS = {
  notFound: 'question.not-found',
  changed: 'question.version-conflict',
  invalid: 'question.invalid',
} as const;

export const QUESTION_KIND_WORDS = [
  'single',
  'multiple',
  'true-false',
  'fill-number',
  'fill-text',
  'short',
] as const;
export type QuestionKindWord = (typeof QUESTION_KIND_WORDS)[number];

export const DIFFICULTY_WORDS = ['easy', 'medium', 'hard'] as const;
export type DifficultyWord = (typeof DIFFICULTY_WORDS)[number];

export class QuestionKeyFields {
  @ApiPropertyOptional({
    description: 'single, multiple: places of the right options, from 0',
    type: [Number],
  })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(10)
  @IsInt({ each: true })
  @Min(0, { each: true })
  @Max(9, { each: true })
  correct?: number[];

  @ApiPropertyOptional({ description: 'true-false: which it is' })
  @IsOptional()
  @IsBoolean()
  truth?: boolean;

  @ApiPropertyOptional({ description: 'fill-number: the number' })
  @IsOptional()
  @IsNumber()
  value?: number;

  @ApiPropertyOptional({ description: 'fill-number: how far from it is still right; 0 unless given' })
  @IsOptional()
  @IsNumber()
  @Min(0)
  tolerance?: number;

  @OptionalTexts(
    'fill-text: every text that is right; compared without case, width and blanks around',
    20,
    200,
  )
  texts?: string[];

  @OptionalText('short: what the marker looks for', 2000)
  guide?: string;
}

export class QuestionFields {
  @OneOf('Kind', QUESTION_KIND_WORDS)
  kind: QuestionKindWord;

  @OptionalCourseCode('Course that it belongs to')
  courseCode?: string;

  @RequiredText('Topic', 100)
  topic: string;

  @OneOf('Difficulty', DIFFICULTY_WORDS)
  difficulty: DifficultyWord;

  @RequiredText('The question', 2000)
  text: string;

  @Texts('Options of single and multiple, 2 to 10; empty else', 10, 500)
  options: string[];

  @Nested('What is right', () => QuestionKeyFields)
  key: QuestionKeyFields;
}

export class QuestionView extends QuestionFields {
  @QuestionCode()
  code: string;

  @Whole('Version', 1, 1_000_000)
  version: number;

  @Flag('Whether papers may draw it')
  active: boolean;
}

export class SaveQuestionRequest extends QuestionFields {
  @QuestionCode()
  code: string;

  @Whole('Version that is changed; 0 for a new question', 0, 1_000_000)
  baseVersion: number;

  @OptionalFlag('Whether papers may draw it; true unless given')
  active?: boolean;
}

/** Makes a question or a new version of one; papers that were drawn keep what they asked. */
export const SaveQuestion = operation({
  subject: 'hr.command.save-question.v1',
  request: SaveQuestionRequest,
  reply: QuestionView,
  errors: [
    QUESTION_ERRORS.notFound,
    QUESTION_ERRORS.changed,
    QUESTION_ERRORS.invalid,
    COURSE_ERRORS.notFound,
  ],
});

export class QuestionReference {
  @QuestionCode()
  code: string;
}

export const GetQuestion = operation({
  subject: 'hr.query.question.v1',
  request: QuestionReference,
  reply: QuestionView,
  errors: [QUESTION_ERRORS.notFound],
});

export class ListQuestionsRequest extends PageRequest {
  @OptionalCourseCode('Only of this course')
  courseCode?: string;

  @OptionalText('Only of this topic', 100)
  topic?: string;

  @OptionalOneOf('Only of this difficulty', DIFFICULTY_WORDS)
  difficulty?: DifficultyWord;

  @OptionalOneOf('Only of this kind', QUESTION_KIND_WORDS)
  kind?: QuestionKindWord;

  @OptionalFlag('Only those that papers may draw, or may not')
  active?: boolean;

  @OptionalText('Words of the question', 100)
  search?: string;
}

export class QuestionPage extends PageOf(QuestionView, 'Questions by code') {}

export const ListQuestions = operation({
  subject: 'hr.query.questions.v1',
  request: ListQuestionsRequest,
  reply: QuestionPage,
});

export class QuestionVersionView extends QuestionFields {
  @Whole('Version', 1, 1_000_000)
  version: number;

  @Instant('When it was made')
  madeAt: string;

  @RequiredText('Who made it', 200)
  madeBy: string;
}

export class QuestionVersions {
  @ListOf('The latest first, at most 200', () => QuestionVersionView)
  items: QuestionVersionView[];
}

export const ListQuestionVersions = operation({
  subject: 'hr.query.question-versions.v1',
  request: QuestionReference,
  reply: QuestionVersions,
  errors: [QUESTION_ERRORS.notFound],
});
