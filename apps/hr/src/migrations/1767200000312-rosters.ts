import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ROSTER_TABLES } from './312/roster-tables';
import { STAFFING_TABLES } from './312/staffing-tables';

/** Shift templates, monthly rosters and their shifts, wishes (§8); the history, forecasts and proposals behind them. */
export class Rosters1767200000312 implements MigrationInterface {
  readonly name = 'Rosters1767200000312';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...ROSTER_TABLES, ...STAFFING_TABLES]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table if exists roster_proposal, call_forecast, call_interval, roster_change_consent,
      roster_change, roster_member, roster_wish, roster_entry, roster_version, roster, work_pattern, shift_template cascade`);
  }
}
