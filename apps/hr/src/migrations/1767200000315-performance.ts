import type { MigrationInterface, QueryRunner } from 'typeorm';
import { STANDARD_APPRAISAL_TEMPLATES, problemsOfTemplate } from '@switchyard/domain';
import { APPRAISAL_STATEMENTS } from './performance/appraisal-statements';
import { PERFORMANCE_FACT_STATEMENTS } from './performance/fact-statements';
import { MONTHLY_SCORE_STATEMENTS } from './performance/score-statements';

/** What indicators are reckoned from, scores of months, bonus proposals and appraisals (§11–§13). */
export class Performance1767200000315 implements MigrationInterface {
  readonly name = 'Performance1767200000315';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [
      ...PERFORMANCE_FACT_STATEMENTS,
      ...MONTHLY_SCORE_STATEMENTS,
      ...APPRAISAL_STATEMENTS,
    ]) {
      await runner.query(statement);
    }
    for (const [code, template] of Object.entries(STANDARD_APPRAISAL_TEMPLATES)) {
      const complete = problemsOfTemplate(template).length === 0;
      await runner.query(
        `insert into appraisal_template (code, version, document, state, made_at, made_by, published_at, published_by)
         values ($1, 1, $2, $3, now(), 'system:standard', case when $4 then now() end, case when $4 then 'system:standard' end)`,
        [code, JSON.stringify(template), complete ? 'published' : 'draft', complete],
      );
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table if exists appraisal, appraisal_template, bonus_approval, bonus_line, bonus_proposal,
      monthly_score, score_run, performance_item, performance_judged, performance_act,
      performance_work, performance_case, performance_day_taken, performance_day cascade`);
  }
}
