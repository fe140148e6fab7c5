import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@switchyard/domain';
import { ADVISORY_CLASS, type Nullable, UnitOfWork, withoutNulls } from '@switchyard/platform';
import { listRows, type PageOptions, type RowPage } from '../common/list-rows';
import {
  type NewOvertime,
  type Overtime,
  type OvertimeChange,
  type OvertimeFilter,
  Overtimes,
} from '../overtime/overtimes.port';

const OVERTIME = `id, staff_number as "staffNumber", group_code as "groupCode", work_date::text as "workDate",
  from_at as "from", to_at as "to", purpose, reason, state, proposed_at as "proposedAt", proposed_by as "proposedBy",
  consented_at as "consentedAt", decided_at as "decidedAt", decided_by as "decidedBy",
  decision_reason as "decisionReason", worked_minutes as "workedMinutes", recorded_at as "recordedAt",
  recorded_by as "recordedBy"`;

@Injectable()
export class PgOvertimes extends Overtimes {
  constructor(private readonly work: UnitOfWork) {
    super();
  }

  async lockPerson(staffNumber: string): Promise<void> {
    await this.work.query(`select pg_advisory_xact_lock($1, hashtext('hr overtime ' || $2))`, [
      ADVISORY_CLASS,
      staffNumber,
    ]);
  }

  async lock(id: string): Promise<Overtime | undefined> {
    const [row] = await this.work.query<Nullable<Overtime>>(
      `select ${OVERTIME} from overtime_request where id = $1 for update`,
      [id],
    );
    return row && withoutNulls<Overtime>(row);
  }

  async overlaps(staffNumber: string, from: Date, to: Date): Promise<boolean> {
    const rows = await this.work.query(
      `select 1 from overtime_request where staff_number = $1 and from_at < $3 and to_at > $2
         and state in ('proposed', 'consented', 'approved', 'worked') limit 1`,
      [staffNumber, from, to],
    );
    return rows.length > 0;
  }

  async minutesOf(
    staffNumber: string,
    day: LocalDate,
    without: string,
  ): Promise<{ ofDay: number; ofMonth: number }> {
    const [row] = await this.work.query<{ ofDay: number; ofMonth: number }>(
      `select coalesce(sum(minutes) filter (where work_date = $2), 0)::integer as "ofDay",
              coalesce(sum(minutes), 0)::integer as "ofMonth"
         from (select work_date, coalesce(worked_minutes, extract(epoch from to_at - from_at) / 60) as minutes
                 from overtime_request
                where staff_number = $1 and id <> $3 and state in ('approved', 'worked')
                  and date_trunc('month', work_date) = date_trunc('month', $2::date)) as planned`,
      [staffNumber, day, without],
    );
    return row ?? { ofDay: 0, ofMonth: 0 };
  }

  async add(overtime: NewOvertime): Promise<void> {
    const { id, staffNumber, groupCode, workDate, from, to } = overtime;
    const { purpose, reason, proposedAt, proposedBy } = overtime;
    await this.work.execute(
      `insert into overtime_request (id, staff_number, group_code, work_date, from_at, to_at, purpose, reason, state,
         proposed_at, proposed_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, 'proposed', $9, $10)`,
      [id, staffNumber, groupCode, workDate, from, to, purpose, reason, proposedAt, proposedBy],
    );
  }

  async change(id: string, change: OvertimeChange): Promise<void> {
    const { state, consentedAt, decidedAt, decidedBy, decisionReason } = change;
    const { workedMinutes, recordedAt, recordedBy } = change;
    await this.work.execute(
      `update overtime_request set state = $2, consented_at = coalesce($3, consented_at),
         decided_at = coalesce($4, decided_at), decided_by = coalesce($5, decided_by),
         decision_reason = coalesce($6, decision_reason), worked_minutes = coalesce($7, worked_minutes),
         recorded_at = coalesce($8, recorded_at), recorded_by = coalesce($9, recorded_by)
       where id = $1`,
      [id, state, consentedAt, decidedAt, decidedBy, decisionReason, workedMinutes, recordedAt, recordedBy],
    );
  }

  async list(filter: OvertimeFilter, options: PageOptions): Promise<RowPage<Overtime>> {
    const page = await listRows<Nullable<Overtime>>(
      this.work,
      {
        columns: OVERTIME,
        from: 'overtime_request',
        at: 'proposed_at',
        id: 'id',
        where: [
          ['staff_number = ?', filter.staffNumber],
          ['group_code = ?', filter.groupCode],
          ['purpose = ?', filter.purpose],
          ['state = ?', filter.state],
          ['work_date >= ?::date', filter.from],
          ['work_date <= ?::date', filter.to],
        ],
      },
      options,
    );
    return { ...page, items: page.items.map((row) => withoutNulls<Overtime>(row)) };
  }
}
