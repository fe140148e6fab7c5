import { Injectable } from '@nestjs/common';
import type { ClockEvent, ClockFacts } from '@switchyard/domain';
import { UnitOfWork } from '@switchyard/platform';
import { RecordedSubjects, type SubjectHistory } from '../recorded-subjects.port';
import type { SubjectReference } from '../stored-clocks.port';

@Injectable()
export class PgRecordedSubjects extends RecordedSubjects {
  constructor(private readonly work: UnitOfWork) {
    super();
  }

  async append(
    { subject, id }: SubjectReference,
    { facts, events }: SubjectHistory,
    by: string,
    at: Date,
  ): Promise<void> {
    await this.work.execute(
      `insert into service_clock_subject (subject, subject_id, facts, updated_at) values ($1, $2, $3, $4)
       on conflict (subject, subject_id) do update set facts = excluded.facts, updated_at = excluded.updated_at`,
      [subject, id, JSON.stringify(facts), at],
    );
    await this.work.execute(
      `insert into service_clock_event (subject, subject_id, seq, type, at, owner, data, recorded_by)
       select $1, $2, n + coalesce((select max(seq) from service_clock_event where subject = $1 and subject_id = $2), 0),
         type, at, owner, data, $4
       from rows from (jsonb_to_recordset($3) as (type text, at timestamptz, owner text, data jsonb))
         with ordinality as e(type, at, owner, data, n)`,
      [subject, id, JSON.stringify(events), by],
    );
  }

  async find({ subject, id }: SubjectReference): Promise<SubjectHistory | undefined> {
    const [row] = await this.work.query<{ facts: ClockFacts }>(
      'select facts from service_clock_subject where subject = $1 and subject_id = $2',
      [subject, id],
    );
    if (!row) return undefined;
    const events = await this.work.query<ClockEvent>(
      `select type, at, owner, data from service_clock_event where subject = $1 and subject_id = $2 order by seq`,
      [subject, id],
    );
    return { facts: row.facts, events };
  }
}
