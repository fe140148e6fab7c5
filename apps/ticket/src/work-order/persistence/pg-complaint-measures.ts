import { Injectable } from '@nestjs/common';
import { CURSOR_PARTS, decodeCursor, pageOf, UnitOfWork } from '@switchyard/platform';
import { type ComplaintMeasure, ComplaintMeasures, type MeasureFilter } from '../complaint/measures.port';

import { withinScope } from './within-scope';

const COLUMNS = `measure, number, text, department, to_char(due_on, 'YYYY-MM-DD') as "dueOn", status,
  updated_at as "updatedAt"`;
const DAY = /^\d{4}-\d\d-\d\d$/;

@Injectable()
export class PgComplaintMeasures extends ComplaintMeasures {
  constructor(private readonly work: UnitOfWork) {
    super();
  }

  async find(measure: string): Promise<ComplaintMeasure | undefined> {
    const [row] = await this.work.query<ComplaintMeasure>(
      `select ${COLUMNS} from complaint_measure where measure = $1`,
      [measure],
    );
    return row;
  }

  async put({
    measure,
    number,
    text,
    department,
    dueOn,
    status,
    updatedAt,
  }: ComplaintMeasure): Promise<void> {
    await this.work.execute(
      `insert into complaint_measure (measure, number, text, department, due_on, status, updated_at)
       values ($1, $2, $3, $4, $5, $6, $7) on conflict (measure) do update set status = $6, updated_at = $7`,
      [measure, number, text, department, dueOn, status, updatedAt],
    );
  }

  async list(filter: MeasureFilter, limit: number, cursor?: string) {
    const after = cursor === undefined ? [] : decodeCursor(cursor, DAY, CURSOR_PARTS.uuid);
    const rows = await this.work.query<ComplaintMeasure>(
      `select ${COLUMNS} from complaint_measure
       where ($1::text is null or department = $1) and ($2::text is null or status = $2)
         and ($3::date is null or due_on <= $3)
         and ($4::date is null or (due_on, measure) > ($4, $5::uuid))
         and ($7::text[] is null or department = any($7) or ${withinScope('complaint_measure.number', '$7')})
       order by due_on, measure limit $6`,
      [
        filter.department,
        filter.status,
        filter.dueUntil,
        after[0],
        after[1],
        limit + 1,
        filter.within && [...filter.within],
      ],
    );
    return pageOf(rows, limit, ({ dueOn, measure }) => [dueOn, measure]);
  }
}
