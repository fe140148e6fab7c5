import { createHmac } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { type RequestContext, SURVEY_ERRORS } from '@switchyard/contracts';
import { isAddressed, problemsOfAnswer, type StaffSurveyAnswer } from '@switchyard/domain';
import { CLOCK, type Clock, DomainError } from '@switchyard/platform';
import { Members } from '../common/members';
import { StaffSurveys, type Survey } from './surveys.port';

export interface OpenSurvey {
  readonly survey: Survey;
  readonly answered: boolean;
}

/** One answer for each person (L148), and nothing that tells whose it is. */
@Injectable()
export class AnswerSurveyUseCase {
  constructor(
    private readonly surveys: StaffSurveys,
    private readonly members: Members,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Those that who asks may answer now. @throws DomainError `workplace.not-staff` */
  async openFor(context: RequestContext): Promise<OpenSurvey[]> {
    const member = await this.members.acting(context);
    const open = (await this.surveys.openAt(this.clock.now())).filter((survey) =>
      isAddressed(survey, member),
    );
    return Promise.all(
      open.map(async (survey) => ({
        survey,
        answered: await this.surveys.hasToken(survey.id, tokenOf(survey, member.staffNumber)),
      })),
    );
  }

  /**
   * @throws DomainError `survey.not-found`, `survey.not-open`, `survey.answers-invalid`, `survey.already-answered`,
   * `workplace.not-staff`
   */
  async answer(
    surveyId: string,
    answers: Readonly<Record<string, unknown>>,
    context: RequestContext,
  ): Promise<void> {
    const member = await this.members.acting(context);
    const survey = await this.surveys.find(surveyId);
    // To whom it is not addressed it is not there.
    if (!survey || !isAddressed(survey, member)) throw surveyNotFound(surveyId);
    const now = this.clock.now();
    if (now < survey.opensAt || now >= survey.closesAt || survey.closedAt) throw notOpen(survey);
    const problems = problemsOfAnswer(survey.questions, answers);
    if (problems.length > 0) throw answersInvalid(problems);
    const token = tokenOf(survey, member.staffNumber);
    // What is no whole number or text was refused above.
    if (await this.surveys.answer(surveyId, token, answers as StaffSurveyAnswer)) return;
    throw new DomainError(
      SURVEY_ERRORS.alreadyAnswered,
      'You have answered this survey; one answer counts.',
      {
        surveyId,
      },
    );
  }
}

function tokenOf({ id, secret }: Survey, staffNumber: string): string {
  if (secret === undefined) throw new Error(`survey ${id} is closed`);
  return createHmac('sha256', secret).update(staffNumber).digest('hex');
}

export const surveyNotFound = (surveyId: string): DomainError =>
  new DomainError(SURVEY_ERRORS.notFound, `There is no survey ${surveyId}.`, { surveyId });

const notOpen = ({ id, opensAt, closesAt }: Survey): DomainError =>
  new DomainError(
    SURVEY_ERRORS.notOpen,
    `The survey is open from ${opensAt.toISOString()} to ${closesAt.toISOString()}.`,
    { surveyId: id },
  );

const answersInvalid = (problems: readonly { field: string; problem: string }[]): DomainError =>
  new DomainError(
    SURVEY_ERRORS.answersInvalid,
    `These answers do not fit: ${problems.map(({ field, problem }) => `${field} ${problem}`).join('; ')}.`,
    { fields: problems.map(({ field, problem }) => ({ field: `answers.${field}`, problems: [problem] })) },
  );
