import { Injectable } from '@nestjs/common';
import type { OverdueFigures } from '@switchyard/contracts';
import { UnitOfWork } from '@switchyard/platform';
import {
  type BreachFact,
  type ClockFilter,
  type ClocksPage,
  type EscalationFilter,
  type EscalationsPage,
  type OverdueQuery,
  type StoredClock,
  StoredClocks,
  type SubjectReference,
} from '../stored-clocks.port';
import { ALARMS, CLOCK_COLUMNS, type ClockRow, toStoredClock } from './clock-row';
import { listClocks } from './list-clocks';
import { listEscalations } from './list-escalations';
import { overdueFigures } from './overdue-figures';
import { saveClocks } from './save-clocks';

@Injectable()
export class PgStoredClocks extends StoredClocks {
  constructor(private readonly work: UnitOfWork) {
    super();
  }

  of({ subject, id }: SubjectReference): Promise<readonly StoredClock[]> {
    return this.read('where subject = $1 and subject_id = $2 order by started_at, stage, owner, cycle', [
      subject,
      id,
    ]);
  }

  async lockOf({ subject, id }: SubjectReference): Promise<readonly StoredClock[]> {
    // What another transaction changed is seen only by a statement that begins after the lock was got.
    await this.work.query('select 1 from service_clock where subject = $1 and subject_id = $2 for update', [
      subject,
      id,
    ]);
    return this.of({ subject, id });
  }

  async find(id: string): Promise<StoredClock | undefined> {
    const [clock] = await this.read('where clock.id = $1', [id]);
    return clock;
  }

  async lockDue(now: Date, limit: number): Promise<readonly StoredClock[]> {
    const locked = await this.work.query<{ id: string }>(
      'select id from service_clock where next_at <= $1 order by next_at limit $2 for update skip locked',
      [now, limit],
    );
    if (locked.length === 0) return [];
    return this.read('where clock.id = any($1) order by next_at, clock.id', [locked.map(({ id }) => id)]);
  }

  async due(now: Date, limit: number): Promise<readonly string[]> {
    const rows = await this.work.query<{ id: string }>(
      'select id from service_clock where next_at <= $1 order by next_at limit $2',
      [now, limit],
    );
    return rows.map(({ id }) => id);
  }

  async lockOneDue(id: string, now: Date): Promise<StoredClock | undefined> {
    const locked = await this.work.query(
      'select from service_clock where id = $1 and next_at <= $2 for update skip locked',
      [id, now],
    );
    return locked.length === 0 ? undefined : this.find(id);
  }

  async setAside(id: string, until: Date): Promise<void> {
    await this.work.execute('update service_clock set next_at = $2 where id = $1', [id, until]);
  }

  save(clocks: readonly StoredClock[], facts: readonly BreachFact[]): Promise<void> {
    return saveClocks(this.work, clocks, facts);
  }

  restingElsewhere(
    basis: string,
    after: SubjectReference | undefined,
    limit: number,
  ): Promise<readonly SubjectReference[]> {
    return this.work.query<SubjectReference>(
      `select distinct subject, subject_id as id from service_clock
       where state in ('running', 'paused') and basis <> $1
         and ($2::text is null or (subject, subject_id) > ($2, $3))
       order by 1, 2 limit $4`,
      [basis, after?.subject, after?.id, limit],
    );
  }

  async acknowledge(id: string, level: number, by: string, at: Date, note?: string): Promise<boolean> {
    const changed = await this.work.execute(
      `update service_clock_alarm set acknowledged_at = $3, acknowledged_by = $4, acknowledgement = $5
       where clock_id = $1 and level = $2 and fired_at is not null and acknowledged_at is null`,
      [id, level, at, by, note],
    );
    return changed > 0;
  }

  list(filter: ClockFilter, limit: number, cursor?: string): Promise<ClocksPage> {
    return listClocks(this.work, filter, limit, cursor);
  }

  escalations(filter: EscalationFilter, limit: number, cursor?: string): Promise<EscalationsPage> {
    return listEscalations(this.work, filter, limit, cursor);
  }

  figures(query: OverdueQuery, now: Date): Promise<readonly Omit<OverdueFigures, 'onTimeShare'>[]> {
    return overdueFigures(this.work, query, now);
  }

  private async read(rest: string, parameters: readonly unknown[]): Promise<readonly StoredClock[]> {
    const rows = await this.work.query<ClockRow>(
      `select ${CLOCK_COLUMNS}, ${ALARMS} from service_clock clock ${rest}`,
      parameters,
    );
    return rows.map(toStoredClock);
  }
}
