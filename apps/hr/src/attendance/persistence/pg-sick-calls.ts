import { Injectable } from '@nestjs/common';
import {
  CURSOR_PARTS,
  decodeCursor,
  type Nullable,
  pageOf,
  UnitOfWork,
  withoutNulls,
} from '@switchyard/platform';
import type { Page } from '../punches.port';
import { type NewSickCall, type SickCall, type SickCallFilter, SickCalls } from '../sick-calls.port';
import { peopleParameters, peopleWhere } from './people-where';

const DATE = /^\d{4}-\d\d-\d\d$/;

@Injectable()
export class PgSickCalls extends SickCalls {
  constructor(private readonly work: UnitOfWork) {
    super();
  }

  async add(call: NewSickCall): Promise<boolean> {
    const { id, staffNumber, workDate, calledAt, beforeAt, note, recordedAt, recordedBy } = call;
    const added = await this.work.execute(
      `insert into sick_call (id, staff_number, work_date, called_at, before_at, note, recorded_at, recorded_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (staff_number, work_date) do nothing`,
      [id, staffNumber, workDate, calledAt, beforeAt, note, recordedAt, recordedBy],
    );
    return added > 0;
  }

  async list(filter: SickCallFilter, limit: number, cursor?: string): Promise<Page<SickCall>> {
    const after = cursor === undefined ? [] : decodeCursor(cursor, DATE, CURSOR_PARTS.uuid);
    const rows = await this.work.query<Nullable<SickCall>>(
      `select c.id, c.staff_number as "staffNumber", s.name, c.work_date::text as "workDate", c.called_at as "calledAt",
         c.before_at as "beforeAt", c.note, c.recorded_at as "recordedAt", c.recorded_by as "recordedBy"
       from sick_call c join staff s using (staff_number)
       where ($1::date is null or c.work_date >= $1) and ($2::date is null or c.work_date <= $2)
         and ($3::boolean is null or (c.called_at < c.before_at) = $3)
         and ($4::date is null or (c.work_date, c.id) < ($4, $5::uuid)) and ${peopleWhere(7)}
       order by c.work_date desc, c.id desc limit $6`,
      [filter.from, filter.to, filter.inTime, after[0], after[1], limit + 1, ...peopleParameters(filter)],
    );
    return pageOf(
      rows.map((row) => withoutNulls<SickCall>(row)),
      limit,
      ({ workDate, id }) => [workDate, id],
    );
  }
}
