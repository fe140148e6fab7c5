import type { Audience, StaffSurveyAnswer, StaffSurveyQuestion } from '@switchyard/domain';
import type { PageOptions, RowPage } from '../common/list-rows';

export interface AskedQuestion extends StaffSurveyQuestion {
  readonly textZh: string;
  readonly textEn: string;
}

export interface NewSurvey extends Audience {
  readonly id: string;
  readonly titleZh: string;
  readonly titleEn: string;
  readonly questions: readonly AskedQuestion[];
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly leastAnswers: number;
  /** Makes tokens out of staff numbers; thrown away when it closes. */
  readonly secret: string;
  readonly createdAt: Date;
  readonly createdBy: string;
}

export interface Survey extends Omit<NewSurvey, 'secret'> {
  readonly secret?: string;
  readonly closedAt?: Date;
  readonly addressed?: number;
}

/** Satisfaction surveys (L148). Answers are stored without time and name; a token tells that somebody has answered, and leads nowhere. */
export abstract class StaffSurveys {
  abstract add(survey: NewSurvey): Promise<void>;
  abstract find(id: string): Promise<Survey | undefined>;
  abstract list(open: boolean | undefined, now: Date, page: PageOptions): Promise<RowPage<Survey>>;
  /** Open at a moment, the first to close first. */
  abstract openAt(now: Date): Promise<readonly Survey[]>;
  abstract hasToken(surveyId: string, token: string): Promise<boolean>;
  /** False when the token has answered before. */
  abstract answer(surveyId: string, token: string, answers: StaffSurveyAnswer): Promise<boolean>;
  abstract answersOf(surveyId: string): Promise<readonly StaffSurveyAnswer[]>;
  /** Those whose time is over and that are not closed; each locked until the transaction ends. */
  abstract lockOver(now: Date): Promise<readonly Survey[]>;
  /** Forgets who has answered, and the order in which the answers came. */
  abstract close(id: string, addressed: number, at: Date): Promise<void>;
}
