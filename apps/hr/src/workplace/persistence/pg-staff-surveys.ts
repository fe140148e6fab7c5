import { Injectable } from '@nestjs/common';
import type { StaffSurveyAnswer } from '@switchyard/domain';
import { type Nullable, UnitOfWork, withoutNulls } from '@switchyard/platform';
import { type Condition, listRows, type PageOptions, type RowPage } from '../common/list-rows';
import { type NewSurvey, StaffSurveys, type Survey } from '../surveys/surveys.port';

const SURVEY = `id, title_zh as "titleZh", title_en as "titleEn", questions, departments, posts, groups,
  opens_at as "opensAt", closes_at as "closesAt", least_answers as "leastAnswers", secret, closed_at as "closedAt",
  addressed, created_at as "createdAt", created_by as "createdBy"`;
const OPEN = `closed_at is null and opens_at <= ?::timestamptz and closes_at > ?::timestamptz`;

@Injectable()
export class PgStaffSurveys extends StaffSurveys {
  constructor(private readonly work: UnitOfWork) {
    super();
  }

  async add(survey: NewSurvey): Promise<void> {
    const { id, titleZh, titleEn, questions, departments, posts, groups } = survey;
    const { opensAt, closesAt, leastAnswers, secret, createdAt, createdBy } = survey;
    await this.work.execute(
      `insert into staff_survey (id, title_zh, title_en, questions, departments, posts, groups, opens_at, closes_at,
         least_answers, secret, created_at, created_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
      [
        id,
        titleZh,
        titleEn,
        JSON.stringify(questions),
        departments,
        posts,
        groups,
        opensAt,
        closesAt,
        leastAnswers,
        secret,
        createdAt,
        createdBy,
      ],
    );
  }

  async find(id: string): Promise<Survey | undefined> {
    const [found] = await this.select('where id = $1', [id]);
    return found;
  }

  async list(open: boolean | undefined, now: Date, options: PageOptions): Promise<RowPage<Survey>> {
    const where: Condition[] = open === undefined ? [] : [[open ? OPEN : `not (${OPEN})`, now]];
    const list = { columns: SURVEY, from: 'staff_survey', at: 'created_at', id: 'id', where };
    const page = await listRows<Nullable<Survey>>(this.work, list, options);
    return { ...page, items: page.items.map((row) => withoutNulls<Survey>(row)) };
  }

  openAt(now: Date): Promise<readonly Survey[]> {
    return this.select(`where ${OPEN.replaceAll('?', '$1')} order by closes_at, id`, [now]);
  }

  async hasToken(surveyId: string, token: string): Promise<boolean> {
    const rows = await this.work.query(
      'select 1 from staff_survey_token where survey_id = $1 and token = $2',
      [surveyId, token],
    );
    return rows.length > 0;
  }

  answer(surveyId: string, token: string, answers: StaffSurveyAnswer): Promise<boolean> {
    return this.work.inTransaction(async () => {
      const fresh = await this.work.execute(
        'insert into staff_survey_token (survey_id, token) values ($1, $2) on conflict do nothing',
        [surveyId, token],
      );
      if (fresh === 0) return false;
      await this.work.execute('insert into staff_survey_answer (survey_id, answers) values ($1, $2)', [
        surveyId,
        JSON.stringify(answers),
      ]);
      return true;
    });
  }

  async answersOf(surveyId: string): Promise<readonly StaffSurveyAnswer[]> {
    const rows = await this.work.query<{ answers: StaffSurveyAnswer }>(
      'select answers from staff_survey_answer where survey_id = $1 order by id',
      [surveyId],
    );
    return rows.map(({ answers }) => answers);
  }

  lockOver(now: Date): Promise<readonly Survey[]> {
    return this.select('where closed_at is null and closes_at <= $1 order by id for update', [now]);
  }

  async close(id: string, addressed: number, at: Date): Promise<void> {
    await this.work.execute(
      'update staff_survey set closed_at = $2, addressed = $3, secret = null where id = $1',
      [id, at, addressed],
    );
    await this.work.execute('delete from staff_survey_token where survey_id = $1', [id]);
    // Written anew in an order of chance: where and by which transaction a row was written tells nothing any more.
    await this.work.execute(
      `with taken as (delete from staff_survey_answer where survey_id = $1 returning answers)
       insert into staff_survey_answer (survey_id, answers) select $1, answers from taken order by random()`,
      [id],
    );
  }

  private async select(where: string, parameters: readonly unknown[]): Promise<Survey[]> {
    const rows = await this.work.query<Nullable<Survey>>(
      `select ${SURVEY} from staff_survey ${where}`,
      parameters,
    );
    return rows.map((row) => withoutNulls<Survey>(row));
  }
}
