import { Controller, Inject } from '@nestjs/common';
import {
  AnswerSurvey,
  AnswerSurveyRequest,
  CreateSurvey,
  GetSurveyResults,
  ListOwnSurveys,
  ListSurveys,
  ListSurveysRequest,
  type OwnSurveyPage,
  PageRequest,
  type RequestContext,
  SURVEY_ERRORS,
  type SurveyAnswered,
  SurveyFields,
  type SurveyPage,
  SurveyReference,
  type SurveyResults,
  type SurveyView,
} from '@switchyard/contracts';
import { surveyFigures } from '@switchyard/domain';
import { CLOCK, type Clock, DomainError, Handles } from '@switchyard/platform';
import { pageOfArray } from '../common/page-of-array';
import { AnswerSurveyUseCase, surveyNotFound } from './answer-survey';
import { CreateSurveyUseCase } from './create-survey';
import { toFigureView, toOwnSurvey, toSurveyView } from './survey-views';
import { StaffSurveys } from './surveys.port';

@Controller()
export class SurveysHandler {
  constructor(
    private readonly surveys: StaffSurveys,
    private readonly creating: CreateSurveyUseCase,
    private readonly answering: AnswerSurveyUseCase,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Handles(CreateSurvey)
  async create(request: SurveyFields, context: RequestContext): Promise<SurveyView> {
    return toSurveyView(await this.creating.execute(request, context), this.clock.now());
  }

  @Handles(ListSurveys)
  async list({ limit, cursor, order, open }: ListSurveysRequest): Promise<SurveyPage> {
    const now = this.clock.now();
    const page = await this.surveys.list(open, now, { limit, cursor, order });
    return { ...page, items: page.items.map((survey) => toSurveyView(survey, now)) };
  }

  @Handles(ListOwnSurveys)
  async own({ limit, cursor }: PageRequest, context: RequestContext): Promise<OwnSurveyPage> {
    const open = (await this.answering.openFor(context)).map(toOwnSurvey);
    return pageOfArray(open, ({ surveyId }) => surveyId, limit, cursor);
  }

  @Handles(AnswerSurvey)
  async answer({ surveyId, answers }: AnswerSurveyRequest, context: RequestContext): Promise<SurveyAnswered> {
    await this.answering.answer(surveyId, answers, context);
    return { accepted: true };
  }

  @Handles(GetSurveyResults)
  async results({ surveyId }: SurveyReference): Promise<SurveyResults> {
    const survey = await this.surveys.find(surveyId);
    if (!survey) throw surveyNotFound(surveyId);
    const { closedAt, leastAnswers, addressed = 0, questions } = survey;
    // While it is open, two looks at the results would tell what was answered in between.
    if (!closedAt) throw notYet(`It closes at ${survey.closesAt.toISOString()}; its results are told then.`);
    const answers = await this.surveys.answersOf(surveyId);
    const figures = surveyFigures(questions, answers, leastAnswers);
    if (!figures) throw notYet(`Fewer than ${leastAnswers} answered: who they were might be guessed.`);
    return { surveyId, answers: answers.length, addressed, figures: figures.map(toFigureView) };
  }
}

const notYet = (message: string): DomainError => new DomainError(SURVEY_ERRORS.notYet, message);
