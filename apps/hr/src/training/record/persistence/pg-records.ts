import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Completion, LocalDate } from '@switchyard/domain';
import {
  CURSOR_PARTS,
  decodeCursor,
  type Nullable,
  pageOf,
  UnitOfWork,
  withoutNulls,
} from '@switchyard/platform';
import type { Page } from '../../page';
import {
  type CreditedSession,
  type ImportedRecord,
  type Mark,
  type Recorded,
  type RecordFilter,
  Records,
  type SessionCredit,
  sessionKey,
  type TrainingRecord,
} from '../records.port';

const DAY = /^\d{4}-\d\d-\d\d$/;
const RECORD = `r.id as "recordId", r.staff_number as "staffNumber", r.course_code as "courseCode",
  c.document ->> 'titleZh' as "titleZh", r.held_on::text as "heldOn", r.minutes, r.source, r.session_id as "sessionId",
  r.reference, r.completion, r.score::float8 as score, r.full_marks::float8 as "fullMarks", r.remark`;
const CREDITED = `r.id as "recordId", r.staff_number as "staffNumber", r.course_code as "courseCode",
  r.held_on::text as "heldOn", r.minutes, r.completion, s.minutes as "sessionMinutes", s.course_version as "courseVersion"`;

@Injectable()
export class PgRecords extends Records {
  constructor(private readonly work: UnitOfWork) {
    super();
  }

  async list(filter: RecordFilter, limit: number, cursor?: string): Promise<Page<TrainingRecord>> {
    const after = cursor === undefined ? [] : decodeCursor(cursor, DAY, CURSOR_PARTS.uuid);
    const rows = await this.work.query<Nullable<TrainingRecord>>(
      `select ${RECORD} from training_record r join course c on c.code = r.course_code
        where ($1::text is null or r.staff_number = $1) and ($2::text is null or r.course_code = $2)
          and ($3::date is null or r.held_on >= $3) and ($4::date is null or r.held_on <= $4)
          and ($5::text is null or r.completion = $5) and ($6::text is null or r.source = $6)
          and ($7::text[] is null or r.staff_number = any ($7))
          and ($8::date is null or (r.held_on, r.id) < ($8, $9::uuid))
        order by r.held_on desc, r.id desc limit $10`,
      [
        filter.staffNumber,
        filter.courseCode,
        filter.from,
        filter.to,
        filter.completion,
        filter.source,
        filter.staffNumbers,
        after[0],
        after[1],
        limit + 1,
      ],
    );
    return pageOf(
      rows.map((row) => withoutNulls<TrainingRecord>(row)),
      limit,
      ({ heldOn, recordId }) => [heldOn, recordId],
    );
  }

  credit(credits: readonly SessionCredit[], { at, by }: Recorded): Promise<readonly CreditedSession[]> {
    const rows = credits.map((credit) => ({ id: randomUUID(), ...credit }));
    return this.work.query<CreditedSession>(
      `with put as (
         insert into training_record as r (id, staff_number, course_code, held_on, minutes, source, session_id, completion,
           recorded_at, recorded_by)
         select id, "staffNumber", "courseCode", "heldOn", minutes, 'session', "sessionId", 'attendance-missing', $2, $3
           from jsonb_to_recordset($1::jsonb) as given (id uuid, "staffNumber" text, "courseCode" text, "heldOn" date,
             minutes integer, "sessionId" uuid)
         on conflict (staff_number, session_id) do update set minutes = excluded.minutes, recorded_at = excluded.recorded_at,
           recorded_by = excluded.recorded_by
         returning *)
       select ${CREDITED} from put r join training_session s on s.id = r.session_id order by r.staff_number`,
      [JSON.stringify(rows), at, by],
    );
  }

  ofCourse(courseCode: string, staffNumbers: readonly string[]): Promise<readonly CreditedSession[]> {
    return this.work.query<CreditedSession>(
      `select ${CREDITED} from training_record r join training_session s on s.id = r.session_id
        where r.course_code = $1 and r.staff_number = any ($2) order by r.staff_number, r.held_on for update of r`,
      [courseCode, staffNumbers],
    );
  }

  async setCompletion(recordId: string, completion: Completion, mark: Mark | undefined): Promise<void> {
    await this.work.execute(
      'update training_record set completion = $2, score = $3, full_marks = $4 where id = $1',
      [recordId, completion, mark?.score, mark?.fullMarks],
    );
  }

  async import(
    rows: readonly ImportedRecord[],
    { at, by }: Recorded,
  ): Promise<{ readonly added: number; readonly changed: number }> {
    const given = rows.map((row) => ({ id: randomUUID(), ...row }));
    const [counts] = await this.work.query<{ added: number; changed: number }>(
      `with put as (
         insert into training_record as r (id, staff_number, course_code, held_on, minutes, source, reference, completion, score,
           full_marks, remark, recorded_at, recorded_by)
         select id, "staffNumber", "courseCode", "heldOn", minutes, 'import', reference, completion, score, "fullMarks", remark,
                $2, $3
           from jsonb_to_recordset($1::jsonb) as given (id uuid, "staffNumber" text, "courseCode" text, "heldOn" date,
             minutes integer, reference text, completion text, score numeric(7, 2), "fullMarks" numeric(7, 2), remark text)
         on conflict (staff_number, course_code, reference) do update
           set held_on = excluded.held_on, minutes = excluded.minutes, completion = excluded.completion, score = excluded.score,
               full_marks = excluded.full_marks, remark = excluded.remark, recorded_at = excluded.recorded_at,
               recorded_by = excluded.recorded_by
           where (r.held_on, r.minutes, r.completion, r.score, r.full_marks, r.remark) is distinct from
             (excluded.held_on, excluded.minutes, excluded.completion, excluded.score, excluded.full_marks, excluded.remark)
         returning xmax = 0 as new)
       select count(*) filter (where new)::integer as added, count(*) filter (where not new)::integer as changed from put`,
      [JSON.stringify(given), at, by],
    );
    return counts ?? { added: 0, changed: 0 };
  }

  async sessionKeys(staffNumbers: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await this.work.query<{ staffNumber: string; courseCode: string; heldOn: string }>(
      `select staff_number as "staffNumber", course_code as "courseCode", held_on::text as "heldOn" from training_record
        where source = 'session' and staff_number = any ($1)`,
      [staffNumbers],
    );
    return new Set(rows.map((row) => sessionKey(row.staffNumber, row.courseCode, row.heldOn)));
  }

  async minutesSince(
    people: readonly { readonly staffNumber: string; readonly from: LocalDate }[],
  ): Promise<ReadonlyMap<string, number>> {
    const rows = await this.work.query<{ staffNumber: string; minutes: number }>(
      `select r.staff_number as "staffNumber", sum(r.minutes)::integer as minutes
         from unnest($1::text[], $2::date[]) as hired (staff_number, since)
         join training_record r on r.staff_number = hired.staff_number and r.held_on >= hired.since
        group by 1`,
      [people.map(({ staffNumber }) => staffNumber), people.map(({ from }) => from)],
    );
    return new Map(rows.map(({ staffNumber, minutes }) => [staffNumber, minutes]));
  }

  async minutesOf(staffNumber: string): Promise<number> {
    const [row] = await this.work.query<{ minutes: number }>(
      'select coalesce(sum(minutes), 0)::integer as minutes from training_record where staff_number = $1',
      [staffNumber],
    );
    return row?.minutes ?? 0;
  }
}
