import { Injectable } from '@nestjs/common';
import {
  CURSOR_PARTS,
  decodeCursor,
  type Nullable,
  pageOf,
  UnitOfWork,
  withoutNulls,
} from '@switchyard/platform';
import { type Coaching, type CoachingFilter, Coachings } from '../coaching/coachings.port';
import type { Page } from '../scorecard/scorecards.port';

const COLUMNS = `id, staff_number as "staffNumber", group_code as "groupCode", held_at as "heldAt", held_day::text as "heldDay", minutes,
  recording_id as "recordingId", own_heard_first as "ownHeardFirst", topics, agreed, plan_id as "planId", coached_by as "coachedBy",
  recorded_at as "recordedAt"`;

@Injectable()
export class PgCoachings extends Coachings {
  constructor(private readonly work: UnitOfWork) {
    super();
  }

  async add(one: Coaching): Promise<void> {
    await this.work.execute(
      `insert into quality_coaching (id, staff_number, group_code, held_at, held_day, minutes, recording_id, own_heard_first,
         topics, agreed, plan_id, coached_by, recorded_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
      [
        one.id,
        one.staffNumber,
        one.groupCode,
        one.heldAt,
        one.heldDay,
        one.minutes,
        one.recordingId,
        one.ownHeardFirst,
        one.topics,
        one.agreed,
        one.planId,
        one.coachedBy,
        one.recordedAt,
      ],
    );
  }

  async list(filter: CoachingFilter, limit: number, cursor?: string): Promise<Page<Coaching>> {
    const key = cursor === undefined ? [] : decodeCursor(cursor, CURSOR_PARTS.instant, CURSOR_PARTS.uuid);
    const rows = await this.work.query<Nullable<Coaching>>(
      `select ${COLUMNS} from quality_coaching
       where ($1::date is null or held_day >= $1) and ($2::date is null or held_day <= $2)
         and ($3::text is null or staff_number = $3) and ($4::text is null or group_code = $4)
         and ($5::text[] is null or group_code = any ($5))
         and ($6::timestamptz is null or (held_at, id) < ($6, $7::uuid))
       order by held_at desc, id desc limit $8`,
      [
        filter.from,
        filter.to,
        filter.staffNumber,
        filter.groupCode,
        filter.groups,
        key[0],
        key[1],
        limit + 1,
      ],
    );
    return pageOf(
      rows.map((row) => withoutNulls<Coaching>(row)),
      limit,
      ({ heldAt, id }) => [heldAt.toISOString(), id],
    );
  }

  async minutes(from: string, to: string): Promise<ReadonlyMap<string, number>> {
    const rows = await this.work.query<{ staffNumber: string; minutes: number }>(
      `select staff_number as "staffNumber", sum(minutes)::integer as minutes from quality_coaching
       where held_day >= $1 and held_day <= $2 group by staff_number`,
      [from, to],
    );
    return new Map(rows.map(({ staffNumber, minutes }) => [staffNumber, minutes]));
  }
}
