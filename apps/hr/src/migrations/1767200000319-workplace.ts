import type { MigrationInterface, QueryRunner } from 'typeorm';
import { BOARD_STATEMENTS } from './workplace/board-statements';
import { DAY_STATEMENTS } from './workplace/day-statements';
import { PLAN_STATEMENTS } from './workplace/plan-statements';
import { VOICE_STATEMENTS } from './workplace/voice-statements';

/** The supervisor's day (§18) and the smaller things (§18a). */
export class Workplace1767200000319 implements MigrationInterface {
  readonly name = 'Workplace1767200000319';

  async up(runner: QueryRunner): Promise<void> {
    const statements = [...DAY_STATEMENTS, ...BOARD_STATEMENTS, ...VOICE_STATEMENTS, ...PLAN_STATEMENTS];
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table if exists meeting_action, meeting_decision, meeting_attendee, meeting,
      work_plan_review, work_plan_item, staff_survey_answer, staff_survey_token, staff_survey,
      staff_complaint_message, staff_complaint, staff_proposal, rule_book_receipt, rule_book_version,
      rule_book_entry, board_acknowledgement, board_notice, overtime_request, reminder, daily_report_mail,
      daily_report, checklist_attachment, checklist_item, checklist_day cascade`);
  }
}
