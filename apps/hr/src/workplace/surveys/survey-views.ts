import type { OwnSurvey, SurveyFigureView, SurveyView } from '@switchyard/contracts';
import type { StaffSurveyFigure } from '@switchyard/domain';
import type { OpenSurvey } from './answer-survey';
import type { Survey } from './surveys.port';

export function toSurveyView(survey: Survey, now: Date): SurveyView {
  const { id, titleZh, titleEn, leastAnswers, createdBy, opensAt, closesAt, closedAt } = survey;
  return {
    surveyId: id,
    titleZh,
    titleEn,
    departments: [...survey.departments],
    posts: [...survey.posts],
    groups: [...survey.groups],
    questions: survey.questions.map((question) => ({ ...question })),
    open: now >= opensAt && now < closesAt && !closedAt,
    leastAnswers,
    opensAt: opensAt.toISOString(),
    closesAt: closesAt.toISOString(),
    ...(closedAt && { closedAt: closedAt.toISOString() }),
    createdAt: survey.createdAt.toISOString(),
    createdBy,
  };
}

export function toOwnSurvey({ survey, answered }: OpenSurvey): OwnSurvey {
  const { id, titleZh, titleEn, closesAt, questions } = survey;
  return {
    surveyId: id,
    titleZh,
    titleEn,
    closesAt: closesAt.toISOString(),
    answered,
    questions: questions.map((question) => ({ ...question })),
  };
}

export function toFigureView({ texts, counts, ...facts }: StaffSurveyFigure): SurveyFigureView {
  return { ...facts, ...(counts && { counts: { ...counts } }), ...(texts && { texts: [...texts] }) };
}
