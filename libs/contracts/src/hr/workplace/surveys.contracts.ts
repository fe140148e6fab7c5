import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsArray, IsNumber, IsObject, IsOptional, IsString } from 'class-validator';
import { operation } from '../../kernel/contract';
import {
  Flag,
  Id,
  Instant,
  ListOf,
  OneOf,
  OptionalFlag,
  OptionalInstant,
  OptionalListOf,
  RequiredText,
  Whole,
} from '../../kernel/fields';
import { PageOf, PageRequest } from '../../kernel/paging';
import { OrderedPageRequest } from './workplace-fields';
import { OrganisationCode } from '../staff/staff-fields';
import { AudienceFields } from './audience';
import { WORKPLACE_ERRORS } from './members';

export const SURVEY_KINDS = ['scale', 'nps', 'text'] as const;
export type SurveyKind = (typeof SURVEY_KINDS)[number];

export const SURVEY_ERRORS = {
  notFound: 'survey.not-found',
  /** It has no questions, asks one twice, or closes before it opens. */
  invalid: 'survey.invalid',
  /** It is not open now. */
  notOpen: 'survey.not-open',
  /** One answer per person. */
  alreadyAnswered: 'survey.already-answered',
  /** `details.fields` names each question that is not answered as it asks. */
  answersInvalid: 'survey.answers-invalid',
  /** Results are told once it is closed, and from so many answers on. */
  notYet: 'survey.no-results-yet',
} as const;

export class SurveyQuestionFields {
  @OrganisationCode('Code of the question, once in a survey', 'pay')
  code: string;

  @OneOf('1 to 5 · 0 to 10, whether one would recommend working here · words', SURVEY_KINDS)
  kind: SurveyKind;

  @RequiredText('The question in Chinese', 500)
  textZh: string;

  @RequiredText('The same in English', 500)
  textEn: string;

  @OptionalFlag('Has to be answered')
  required?: boolean;
}

export class SurveyFields extends AudienceFields {
  @RequiredText('Heading in Chinese', 200)
  titleZh: string;

  @RequiredText('Heading in English', 200)
  titleEn: string;

  @Instant('Open from then on')
  opensAt: string;

  @Instant('Open until then')
  closesAt: string;

  @ListOf('The questions, in order', () => SurveyQuestionFields, 50)
  questions: SurveyQuestionFields[];
}

export class SurveyView extends SurveyFields {
  @Id('Id of the survey')
  surveyId: string;

  @Flag('Whether it can be answered now')
  open: boolean;

  @Whole('Results are told from so many answers on; as the policy was when it was made', 2, 1000)
  leastAnswers: number;

  @OptionalInstant('When it was closed, and who has answered was forgotten')
  closedAt?: string;

  @Instant('When it was made')
  createdAt: string;

  @RequiredText('Who made it', 200)
  createdBy: string;
}

export const CreateSurvey = operation({
  subject: 'hr.command.create-survey.v1',
  request: SurveyFields,
  reply: SurveyView,
  errors: [SURVEY_ERRORS.invalid],
});

export class ListSurveysRequest extends OrderedPageRequest {
  @OptionalFlag('Only those that can be answered now, or cannot')
  open?: boolean;
}

export class SurveyPage extends PageOf(SurveyView) {}

export const ListSurveys = operation({
  subject: 'hr.query.surveys.v1',
  request: ListSurveysRequest,
  reply: SurveyPage,
});

export class SurveyReference {
  @Id('Id of the survey')
  surveyId: string;
}

export class OwnSurvey {
  @Id('Id of the survey')
  surveyId: string;

  @RequiredText('Heading in Chinese', 200)
  titleZh: string;

  @RequiredText('Heading in English', 200)
  titleEn: string;

  @Instant('Open until then')
  closesAt: string;

  @Flag('Whether one has answered it')
  answered: boolean;

  @ListOf('The questions, in order', () => SurveyQuestionFields, 50)
  questions: SurveyQuestionFields[];
}

export class OwnSurveyPage extends PageOf(OwnSurvey) {}

/** Those that who asks may answer now, the first to close first. */
export const ListOwnSurveys = operation({
  subject: 'hr.query.own-surveys.v1',
  request: PageRequest,
  reply: OwnSurveyPage,
  errors: [WORKPLACE_ERRORS.notStaff],
});

export class SurveyAnswers {
  @ApiProperty({
    description: 'Answer by code of the question: a whole number, or words',
    type: 'object',
    additionalProperties: true,
    example: { work: 4, recommend: 8, words: '排班希望更早公布' },
  })
  @IsObject()
  answers: Record<string, unknown>;
}

export class AnswerSurveyRequest extends SurveyAnswers {
  @Id('Id of the survey')
  surveyId: string;
}

export class SurveyAnswered {
  @Flag('True: it counts, and nothing says whose it is')
  accepted: boolean;
}

export const AnswerSurvey = operation({
  subject: 'hr.command.answer-survey.v1',
  request: AnswerSurveyRequest,
  reply: SurveyAnswered,
  errors: [
    SURVEY_ERRORS.notFound,
    SURVEY_ERRORS.notOpen,
    SURVEY_ERRORS.alreadyAnswered,
    SURVEY_ERRORS.answersInvalid,
    WORKPLACE_ERRORS.notStaff,
  ],
});

export class SurveyFigureView {
  @RequiredText('Code of the question', 40)
  code: string;

  @OneOf('Kind of the question', SURVEY_KINDS)
  kind: SurveyKind;

  @Whole('How many answered it', 0, 1_000_000)
  answers: number;

  @ApiPropertyOptional({ description: 'Mean of 1 to 5, to a hundredth' })
  @IsOptional()
  @IsNumber()
  mean?: number;

  @ApiPropertyOptional({ description: 'NPS: per cent of 9–10 less per cent of 0–6' })
  @IsOptional()
  @IsNumber()
  nps?: number;

  @ApiPropertyOptional({
    description: 'How often each value was given',
    type: 'object',
    additionalProperties: { type: 'integer' },
  })
  @IsOptional()
  @IsObject()
  counts?: Record<string, number>;

  @ApiPropertyOptional({ description: 'What was written, without its order', type: [String] })
  @IsOptional()
  @IsArray()
  @IsString({ each: true })
  texts?: string[];
}

export class SurveyResults {
  @Id('Id of the survey')
  surveyId: string;

  @Whole('How many answered', 0, 1_000_000)
  answers: number;

  @Whole('How many it was for when it closed', 0, 1_000_000)
  addressed: number;

  @OptionalListOf('By question', () => SurveyFigureView)
  figures: SurveyFigureView[];
}

export const GetSurveyResults = operation({
  subject: 'hr.query.survey-results.v1',
  request: SurveyReference,
  reply: SurveyResults,
  errors: [SURVEY_ERRORS.notFound, SURVEY_ERRORS.notYet],
});
