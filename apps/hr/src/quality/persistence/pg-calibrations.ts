import { Injectable } from '@nestjs/common';
import type { CalibrationOutcome } from '@switchyard/domain';
import {
  CURSOR_PARTS,
  decodeCursor,
  type Nullable,
  pageOf,
  UnitOfWork,
  withoutNulls,
} from '@switchyard/platform';
import { type Calibration, Calibrations, type EnteredCalibration } from '../calibration/calibrations.port';
import type { Page } from '../scorecard/scorecards.port';

const COLUMNS = `c.id, c.title, c.recording_id as "recordingId", c.staff_number as "staffNumber", c.scorecard_code as "scorecardCode",
  c.scorecard_version as "scorecardVersion", c.inspectors, c.state, c.outcome, c.opened_at as "openedAt", c.opened_by as "openedBy",
  c.closed_at as "closedAt", c.closed_by as "closedBy",
  array(select n.inspector from quality_calibration_entry n where n.calibration_id = c.id order by 1) as entered`;

@Injectable()
export class PgCalibrations extends Calibrations {
  constructor(private readonly work: UnitOfWork) {
    super();
  }

  async open(one: Omit<Calibration, 'entered' | 'state'>): Promise<void> {
    await this.work.execute(
      `insert into quality_calibration (id, title, recording_id, staff_number, scorecard_code, scorecard_version, inspectors,
         state, opened_at, opened_by) values ($1, $2, $3, $4, $5, $6, $7, 'open', $8, $9)`,
      [
        one.id,
        one.title,
        one.recordingId,
        one.staffNumber,
        one.scorecardCode,
        one.scorecardVersion,
        one.inspectors,
        one.openedAt,
        one.openedBy,
      ],
    );
  }

  find(id: string): Promise<Calibration | undefined> {
    return this.one(id, '');
  }

  lock(id: string): Promise<Calibration | undefined> {
    return this.one(id, 'for update of c');
  }

  entries(id: string): Promise<readonly EnteredCalibration[]> {
    return this.work.query<EnteredCalibration>(
      `select inspector, marks, result, made_at as "madeAt" from quality_calibration_entry
       where calibration_id = $1 order by inspector`,
      [id],
    );
  }

  async enter(id: string, { inspector, marks, result, madeAt }: EnteredCalibration): Promise<void> {
    await this.work.execute(
      `insert into quality_calibration_entry (calibration_id, inspector, marks, result, score, critical, made_at)
       values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (calibration_id, inspector) do update set marks = $3, result = $4, score = $5, critical = $6, made_at = $7`,
      [
        id,
        inspector,
        JSON.stringify(marks),
        JSON.stringify(result),
        result.score,
        result.criticalError,
        madeAt,
      ],
    );
  }

  async close(id: string, outcome: CalibrationOutcome, at: Date, by: string): Promise<void> {
    await this.work.execute(
      `update quality_calibration set state = 'closed', outcome = $2, closed_at = $3, closed_by = $4 where id = $1`,
      [id, JSON.stringify(outcome), at, by],
    );
  }

  async list(state: string | undefined, limit: number, cursor?: string): Promise<Page<Calibration>> {
    const key = cursor === undefined ? [] : decodeCursor(cursor, CURSOR_PARTS.instant, CURSOR_PARTS.uuid);
    const rows = await this.work.query<Nullable<Calibration>>(
      `select ${COLUMNS} from quality_calibration c
       where ($1::text is null or c.state = $1) and ($2::timestamptz is null or (c.opened_at, c.id) < ($2, $3::uuid))
       order by c.opened_at desc, c.id desc limit $4`,
      [state, key[0], key[1], limit + 1],
    );
    return pageOf(rows.map(toCalibration), limit, ({ openedAt, id }) => [openedAt.toISOString(), id]);
  }

  private async one(id: string, lock: string): Promise<Calibration | undefined> {
    const [row] = await this.work.query<Nullable<Calibration>>(
      `select ${COLUMNS} from quality_calibration c where c.id = $1 ${lock}`,
      [id],
    );
    return row && toCalibration(row);
  }
}

const toCalibration = (row: Nullable<Calibration>): Calibration => withoutNulls(row);
