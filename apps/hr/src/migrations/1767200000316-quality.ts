import { SAMPLE_SCORECARD } from '@switchyard/domain';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { QUALITY_CARE_STATEMENTS } from './quality/care-statements';
import { QUALITY_JUDGEMENT_STATEMENTS } from './quality/judgement-statements';
import { QUALITY_SAMPLE_STATEMENTS } from './quality/sample-statements';

/** Scorecards, samples of recordings, evaluations, and what follows from them (§14). */
export class Quality1767200000316 implements MigrationInterface {
  readonly name = 'Quality1767200000316';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [
      ...QUALITY_SAMPLE_STATEMENTS,
      ...QUALITY_JUDGEMENT_STATEMENTS,
      ...QUALITY_CARE_STATEMENTS,
    ]) {
      await runner.query(statement);
    }
    await runner.query(
      `insert into quality_scorecard (code, version, names, sections, state, written_at, written_by, published_at, published_by)
       values ('inbound', 1, $1, $2, 'published', '2026-01-01T00:00:00+08:00', 'system:hr', '2026-01-01T00:00:00+08:00', 'system:hr')`,
      [JSON.stringify(SAMPLE_SCORECARD.names), JSON.stringify(SAMPLE_SCORECARD.sections)],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table if exists quality_escalation, quality_coaching, quality_plan_note, quality_plan_action,
      quality_plan, quality_calibration_entry, quality_calibration, quality_transcript, quality_appeal, quality_mark,
      quality_result, quality_evaluation, quality_item, quality_frame_call, quality_week, quality_sample,
      quality_scorecard cascade`);
  }
}
