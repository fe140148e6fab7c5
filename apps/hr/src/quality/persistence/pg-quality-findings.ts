import { Injectable } from '@nestjs/common';
import { type Nullable, UnitOfWork, withoutNulls } from '@switchyard/platform';
import { type QualityFinding, QualityFindings } from '../findings.port';

const BETWEEN = `select e.id || ':' || m.item_code as "findingId", e.staff_number as "staffNumber", e.group_code as "groupCode",
    e.call_at as at, m.item_code as topic, m.names, m.course_code as "courseCode", m.kind = 'critical' as critical, m.note,
    exists (select 1 from quality_escalation x where x.staff_number = e.staff_number and x.item_code = m.item_code
      and e.id = any (x.evaluation_ids) and x.withdrawn_at is null) as repeated
  from quality_mark m join quality_evaluation e on e.id = m.evaluation_id
  where m.fault and e.call_at >= $1 and e.call_at < $2
  order by e.call_at, e.id, m.item_code`;

@Injectable()
export class PgQualityFindings extends QualityFindings {
  constructor(private readonly work: UnitOfWork) {
    super();
  }

  async between(from: Date, before: Date): Promise<readonly QualityFinding[]> {
    const rows = await this.work.query<Nullable<QualityFinding>>(BETWEEN, [from, before]);
    return rows.map((row) => withoutNulls<QualityFinding>(row));
  }
}
