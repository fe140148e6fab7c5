import { Injectable } from '@nestjs/common';
import type { EnrolmentState } from '@switchyard/contracts';
import {
  CURSOR_PARTS,
  decodeCursor,
  type Nullable,
  pageOf,
  UnitOfWork,
  withoutNulls,
} from '@switchyard/platform';
import type { Page } from '../../page';
import { type Enrolment, Enrolments, type Made, type OwnSession } from '../sessions.port';

const MOST_OF_ONE = 500;
const ENROLMENT = `e.session_id as "sessionId", e.staff_number as "staffNumber", e.state,
  e.attended_minutes as "attendedMinutes", e.enrolled_at as "enrolledAt",
  case when e.state = 'waiting' then (select count(*)::integer from training_enrolment before
    where before.session_id = e.session_id and before.state = 'waiting' and before.seq <= e.seq) end as "placeInLine"`;

@Injectable()
export class PgEnrolments extends Enrolments {
  constructor(private readonly work: UnitOfWork) {
    super();
  }

  async find(sessionId: string, staffNumber: string): Promise<Enrolment | undefined> {
    const [row] = await this.work.query<Nullable<Enrolment>>(
      `select ${ENROLMENT} from training_enrolment e where session_id = $1 and staff_number = $2`,
      [sessionId, staffNumber],
    );
    return row && withoutNulls<Enrolment>(row);
  }

  async list(
    sessionId: string,
    state: EnrolmentState | undefined,
    limit: number,
    cursor?: string,
  ): Promise<Page<Enrolment>> {
    const [after] = cursor === undefined ? [] : decodeCursor(cursor, CURSOR_PARTS.integer);
    const rows = await this.work.query<Nullable<Enrolment & { seq: string }>>(
      `select ${ENROLMENT}, e.seq::text from training_enrolment e
        where session_id = $1 and ($2::text is null or state = $2) and ($3::bigint is null or seq > $3)
        order by e.seq limit $4`,
      [sessionId, state, after, limit + 1],
    );
    const { items, ...page } = pageOf(rows, limit, ({ seq }) => [seq ?? '']);
    return { ...page, items: items.map(({ seq: _, ...row }) => withoutNulls<Enrolment>(row)) };
  }

  async ofStaff(staffNumber: string): Promise<readonly OwnSession[]> {
    const rows = await this.work.query<Nullable<OwnSession>>(
      `select ${ENROLMENT}, s.starts_at as "startsAt", s.ends_at as "endsAt", s.course_code as "courseCode",
              v.document ->> 'titleZh' as "titleZh"
         from training_enrolment e join training_session s on s.id = e.session_id and s.state <> 'cancelled'
         join course_version v on v.course_code = s.course_code and v.version = s.course_version
        where e.staff_number = $1 order by s.starts_at desc, s.id limit $2`,
      [staffNumber, MOST_OF_ONE],
    );
    return rows.map((row) => withoutNulls<OwnSession>(row));
  }

  async enter(
    sessionId: string,
    staffNumber: string,
    state: 'enrolled' | 'waiting',
    { at, by }: Made,
  ): Promise<void> {
    await this.work.execute(
      `insert into training_enrolment (session_id, staff_number, state, enrolled_at, enrolled_by)
       values ($1, $2, $3, $4, $5)
       on conflict (session_id, staff_number) do update
         set state = excluded.state, seq = default, enrolled_at = excluded.enrolled_at, enrolled_by = excluded.enrolled_by`,
      [sessionId, staffNumber, state, at, by],
    );
    if (state === 'enrolled')
      await this.work.execute('update training_session set enrolled = enrolled + 1 where id = $1', [
        sessionId,
      ]);
  }

  async leave(sessionId: string, staffNumber: string): Promise<void> {
    await this.work.execute(
      `update training_enrolment set state = 'withdrawn' where session_id = $1 and staff_number = $2`,
      [sessionId, staffNumber],
    );
  }

  ofFormerStaff(now: Date): Promise<readonly { sessionId: string; staffNumber: string }[]> {
    return this.work.query(
      `select e.session_id as "sessionId", e.staff_number as "staffNumber" from staff f
         join training_enrolment e on e.staff_number = f.staff_number and e.state in ('enrolled', 'waiting')
         join training_session s on s.id = e.session_id and s.state = 'planned' and s.starts_at > $1
        where f.status = 'left' order by s.starts_at, e.staff_number limit 500`,
      [now],
    );
  }

  async fillSeats(sessionId: string): Promise<readonly string[]> {
    const moved = await this.work.query<{ staffNumber: string }>(
      `with free as (
         select greatest(0, capacity - (select count(*) from training_enrolment e
           where e.session_id = s.id and e.state = 'enrolled')) as seats from training_session s where s.id = $1
       ), next as (
         select staff_number from training_enrolment where session_id = $1 and state = 'waiting'
          order by seq limit (select seats from free))
       update training_enrolment set state = 'enrolled'
        where session_id = $1 and staff_number in (select staff_number from next)
        returning staff_number as "staffNumber"`,
      [sessionId],
    );
    await this.work.execute(
      `update training_session s set enrolled = (select count(*) from training_enrolment e
         where e.session_id = s.id and e.state = 'enrolled') where id = $1`,
      [sessionId],
    );
    return moved.map(({ staffNumber }) => staffNumber);
  }

  async take(
    sessionId: string,
    rows: readonly { readonly staffNumber: string; readonly minutes: number; readonly attended: boolean }[],
    { at, by }: Made,
  ): Promise<void> {
    await this.work.execute(
      `insert into training_enrolment (session_id, staff_number, state, attended_minutes, enrolled_at, enrolled_by, taken_at,
         taken_by)
       select $1, staff, case when attended then 'attended' else 'absent' end, minutes, $5, $6, $5, $6
         from unnest($2::text[], $3::integer[], $4::boolean[]) as said (staff, minutes, attended)
       on conflict (session_id, staff_number) do update set state = excluded.state,
         attended_minutes = excluded.attended_minutes, taken_at = excluded.taken_at, taken_by = excluded.taken_by`,
      [
        sessionId,
        rows.map(({ staffNumber }) => staffNumber),
        rows.map(({ minutes }) => minutes),
        rows.map(({ attended }) => attended),
        at,
        by,
      ],
    );
  }

  async unknown(sessionId: string): Promise<number> {
    const [row] = await this.work.query<{ unknown: number }>(
      `select count(*)::integer as unknown from training_enrolment where session_id = $1 and state = 'enrolled'`,
      [sessionId],
    );
    return row?.unknown ?? 0;
  }
}
