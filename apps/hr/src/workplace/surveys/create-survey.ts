import { randomBytes, randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { type RequestContext, SURVEY_ERRORS, type SurveyFields } from '@switchyard/contracts';
import { CLOCK, type Clock, DomainError } from '@switchyard/platform';
import { Policies } from '../../policy/policies';
import { Members } from '../common/members';
import { type NewSurvey, StaffSurveys, type Survey } from './surveys.port';

const SECRET_BYTES = 32;

/** Makes a survey; from how many answers its results are told is settled here, by the policy of the day. */
@Injectable()
export class CreateSurveyUseCase {
  constructor(
    private readonly surveys: StaffSurveys,
    private readonly members: Members,
    private readonly policies: Policies,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError `survey.invalid` */
  async execute(fields: SurveyFields, context: RequestContext): Promise<Survey> {
    const now = this.clock.now();
    const problem = problemOf(fields, now);
    if (problem) throw new DomainError(SURVEY_ERRORS.invalid, problem.message, { field: problem.field });
    const { departments = [], posts = [], groups = [], titleZh, titleEn } = fields;
    const survey: NewSurvey = {
      id: randomUUID(),
      titleZh,
      titleEn,
      departments,
      posts,
      groups,
      questions: fields.questions.map((question) => ({ ...question, required: question.required ?? false })),
      opensAt: new Date(fields.opensAt),
      closesAt: new Date(fields.closesAt),
      leastAnswers: (await this.policies.inForce('workplace', now)).surveys.leastAnswers,
      secret: randomBytes(SECRET_BYTES).toString('hex'),
      createdAt: now,
      createdBy: await this.members.nameOf(context),
    };
    await this.surveys.add(survey);
    return survey;
  }
}

function problemOf(
  { questions, opensAt, closesAt }: SurveyFields,
  now: Date,
): { readonly field: string; readonly message: string } | undefined {
  if (questions.length === 0) return { field: 'questions', message: 'A survey asks at least one question.' };
  if (new Set(questions.map(({ code }) => code)).size < questions.length)
    return { field: 'questions', message: 'Each question needs a code of its own.' };
  const closes = new Date(closesAt);
  if (closes <= new Date(opensAt) || closes <= now)
    return { field: 'closesAt', message: 'It closes after it opens, and not in the past.' };
  return undefined;
}
