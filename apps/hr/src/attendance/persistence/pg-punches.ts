import { Injectable } from '@nestjs/common';
import type { PunchState } from '@switchyard/contracts';
import {
  CURSOR_PARTS,
  decodeCursor,
  type Nullable,
  pageOf,
  UnitOfWork,
  withoutNulls,
} from '@switchyard/platform';
import {
  type NewPunch,
  type Page,
  type Punch,
  type PunchEvent,
  Punches,
  type PunchFilter,
} from '../punches.port';
import { peopleParameters, peopleWhere } from './people-where';

const PUNCH = `p.id, p.staff_number as "staffNumber", s.name, p.direction, p.at, p.zone, p.source, p.state, p.reason, p.place,
  p.latitude, p.longitude, p.replaces, p.reference, p.recorded_at as "recordedAt", p.recorded_by as "recordedBy"`;
const FROM = 'punch p join staff s using (staff_number)';

@Injectable()
export class PgPunches extends Punches {
  constructor(private readonly work: UnitOfWork) {
    super();
  }

  async add(punch: NewPunch): Promise<boolean> {
    const { id, staffNumber, direction, at, zone, source, state, reason, place, latitude, longitude } = punch;
    const { replaces, reference, recordedAt, recordedBy } = punch;
    const added = await this.work.execute(
      `with added as (
         insert into punch (id, staff_number, direction, at, zone, source, state, reason, place, latitude, longitude, replaces,
           reference, recorded_at, recorded_by)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
         on conflict (reference) do nothing returning id)
       insert into punch_event (punch_id, kind, note, at, by) select id, 'recorded', $8, $14, $15 from added`,
      [
        id,
        staffNumber,
        direction,
        at,
        zone,
        source,
        state,
        reason,
        place,
        latitude,
        longitude,
        replaces,
        reference,
        recordedAt,
        recordedBy,
      ],
    );
    return added > 0;
  }

  async find(id: string): Promise<Punch | undefined> {
    return (await this.select('where p.id = $1', [id]))[0];
  }

  async ofReference(reference: string): Promise<Punch | undefined> {
    return (await this.select('where p.reference = $1', [reference]))[0];
  }

  async lock(id: string): Promise<Punch | undefined> {
    await this.work.query('select 1 from punch where id = $1 for update', [id]);
    return this.find(id);
  }

  async settle(id: string, state: PunchState, { kind, note, at, by }: PunchEvent): Promise<void> {
    await this.work.execute(
      `with settled as (update punch set state = $2 where id = $1 returning id)
       insert into punch_event (punch_id, kind, note, at, by) select id, $3, $4, $5, $6 from settled`,
      [id, state, kind, note, at, by],
    );
  }

  async history(id: string): Promise<readonly PunchEvent[]> {
    const rows = await this.work.query<Nullable<PunchEvent>>(
      'select kind, note, at, by from punch_event where punch_id = $1 order by punch_event.id',
      [id],
    );
    return rows.map((row) => withoutNulls<PunchEvent>(row));
  }

  async list(filter: PunchFilter, limit: number, cursor?: string): Promise<Page<Punch>> {
    const after = cursor === undefined ? [] : decodeCursor(cursor, CURSOR_PARTS.instant, CURSOR_PARTS.uuid);
    const rows = await this.select(
      `where ($1::timestamptz is null or p.at >= $1) and ($2::timestamptz is null or p.at < $2)
         and ($3::text is null or p.state = $3) and ($4::text is null or p.source = $4)
         and ($5::timestamptz is null or (p.at, p.id) < ($5, $6::uuid)) and ${peopleWhere(8)}
       order by p.at desc, p.id desc limit $7`,
      [
        filter.from,
        filter.before,
        filter.state,
        filter.source,
        after[0],
        after[1],
        limit + 1,
        ...peopleParameters(filter),
      ],
    );
    return pageOf(rows, limit, ({ at, id }) => [at.toISOString(), id]);
  }

  async undecided(from: Date, before: Date): Promise<number> {
    const [row] = await this.work.query<{ count: number }>(
      `select count(*)::integer as count from punch where state = 'requested' and at >= $1 and at < $2`,
      [from, before],
    );
    return row?.count ?? 0;
  }

  private async select(rest: string, parameters: readonly unknown[]): Promise<Punch[]> {
    const rows = await this.work.query<Nullable<Punch>>(`select ${PUNCH} from ${FROM} ${rest}`, parameters);
    return rows.map((row) => withoutNulls<Punch>(row));
  }
}
