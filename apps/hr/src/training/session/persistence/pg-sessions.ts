import { Injectable } from '@nestjs/common';
import type { TrainingSessionState } from '@switchyard/contracts';
import {
  CURSOR_PARTS,
  decodeCursor,
  type Nullable,
  pageOf,
  UnitOfWork,
  withoutNulls,
} from '@switchyard/platform';
import type { Page } from '../../page';
import { type Made, type NewSession, type Session, type SessionFilter, Sessions } from '../sessions.port';

const SESSION = `s.id as "sessionId", s.course_code as "courseCode", s.course_version as "courseVersion",
  s.starts_at as "startsAt", s.ends_at as "endsAt", s.place, s.capacity, s.trainer_id as "trainerId", s.minutes,
  s.need_id as "needId", s.remark, s.state, s.enrolled, v.document ->> 'titleZh' as "titleZh",
  v.document ->> 'titleEn' as "titleEn", t.name as trainer,
  (select count(*)::integer from training_enrolment w where w.session_id = s.id and w.state = 'waiting') as waiting`;
const SESSIONS = `training_session s
  join course_version v on v.course_code = s.course_code and v.version = s.course_version
  left join trainer t on t.id = s.trainer_id`;

@Injectable()
export class PgSessions extends Sessions {
  constructor(private readonly work: UnitOfWork) {
    super();
  }

  async find(sessionId: string): Promise<Session | undefined> {
    const [row] = await this.work.query<Nullable<Session>>(
      `select ${SESSION} from ${SESSIONS} where s.id = $1`,
      [sessionId],
    );
    return row && toSession(row);
  }

  async lock(sessionId: string): Promise<Session | undefined> {
    await this.work.query('select 1 from training_session where id = $1 for update', [sessionId]);
    return this.find(sessionId);
  }

  async list(filter: SessionFilter, limit: number, cursor?: string): Promise<Page<Session>> {
    const after = cursor === undefined ? [] : decodeCursor(cursor, CURSOR_PARTS.instant, CURSOR_PARTS.uuid);
    const rows = await this.work.query<Nullable<Session>>(
      `select ${SESSION} from ${SESSIONS}
        where ($1::text is null or s.course_code = $1) and ($2::text is null or s.state = $2)
          and ($3::timestamptz is null or s.starts_at >= $3) and ($4::timestamptz is null or s.starts_at < $4)
          and ($5::boolean is null or (s.enrolled < s.capacity) = $5)
          and ($6::timestamptz is null or (s.starts_at, s.id) > ($6, $7::uuid))
        order by s.starts_at, s.id limit $8`,
      [
        filter.courseCode,
        filter.state,
        filter.from,
        filter.before,
        filter.free,
        after[0],
        after[1],
        limit + 1,
      ],
    );
    return pageOf(rows.map(toSession), limit, ({ startsAt, sessionId }) => [
      startsAt.toISOString(),
      sessionId,
    ]);
  }

  async add(session: NewSession, { at, by }: Made): Promise<void> {
    await this.work.execute(
      `insert into training_session (id, starts_at, ends_at, place, capacity, trainer_id, minutes, need_id, remark, course_code,
         course_version, state, made_at, made_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'planned', $12, $13)`,
      [...fieldsOf(session), session.courseCode, session.courseVersion, at, by],
    );
  }

  async change(session: NewSession): Promise<void> {
    await this.work.execute(
      `update training_session set starts_at = $2, ends_at = $3, place = $4, capacity = $5, trainer_id = $6, minutes = $7,
         need_id = $8, remark = $9 where id = $1`,
      fieldsOf(session),
    );
  }

  async setState(sessionId: string, state: TrainingSessionState): Promise<void> {
    await this.work.execute('update training_session set state = $2 where id = $1', [sessionId, state]);
  }
}

const fieldsOf = (session: NewSession): unknown[] => [
  session.sessionId,
  session.startsAt,
  session.endsAt,
  session.place,
  session.capacity,
  session.trainerId,
  session.minutes,
  session.needId,
  session.remark,
];

const toSession = (row: Nullable<Session>): Session => withoutNulls<Session>(row);
