import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@switchyard/platform';
import { AttendanceDue, type DuePerson } from '../attendance-due.port';

/** A process that was down for longer looks no further back: days are reckoned on demand, and when a month is closed. */
const FURTHEST_BACK_MS = 3 * 86_400_000;

@Injectable()
export class PgAttendanceDue extends AttendanceDue {
  private readonly listeners: (() => void)[] = [];

  constructor(private readonly work: UnitOfWork) {
    super();
  }

  async mark(people: readonly DuePerson[]): Promise<void> {
    if (people.length === 0) return;
    await this.work.execute(
      `insert into attendance_due (staff_number, from_date, to_date, next_try_at)
       select person, min(from_date), max(to_date), now()
         from unnest($1::text[], $2::date[], $3::date[]) as due (person, from_date, to_date) group by person order by person
       on conflict (staff_number) do update set next_try_at = now(),
         from_date = least(attendance_due.from_date, excluded.from_date),
         to_date = greatest(attendance_due.to_date, excluded.to_date)`,
      [
        people.map(({ staffNumber }) => staffNumber),
        people.map(({ from }) => from),
        people.map(({ to }) => to),
      ],
    );
    this.work.afterCommit(() => {
      for (const listener of this.listeners) listener();
    });
  }

  take(limit: number): Promise<readonly DuePerson[]> {
    return this.work.query<DuePerson>(
      `delete from attendance_due where staff_number in (
         select staff_number from attendance_due where next_try_at <= now() order by staff_number limit $1
         for update skip locked)
       returning staff_number as "staffNumber", from_date::text as "from", to_date::text as "to"`,
      [limit],
    );
  }

  async postpone({ staffNumber, from, to }: DuePerson, seconds: number): Promise<void> {
    await this.work.execute(
      `insert into attendance_due (staff_number, from_date, to_date, failures, next_try_at)
       values ($1, $2, $3, 1, now() + make_interval(secs => $4))
       on conflict (staff_number) do update set failures = attendance_due.failures + 1,
         from_date = least(attendance_due.from_date, excluded.from_date),
         to_date = greatest(attendance_due.to_date, excluded.to_date)`,
      [staffNumber, from, to, seconds],
    );
  }

  async sweepFrom(now: Date): Promise<Date | undefined> {
    const earliest = new Date(now.getTime() - FURTHEST_BACK_MS);
    await this.work.execute('insert into attendance_sweep (swept_at) values ($1) on conflict do nothing', [
      earliest,
    ]);
    const [last] = await this.work.query<{ at: Date }>(
      'select swept_at as at from attendance_sweep for update skip locked',
    );
    if (!last) return undefined;
    await this.work.execute('update attendance_sweep set swept_at = greatest(swept_at, $1)', [now]);
    return last.at < earliest ? earliest : last.at;
  }

  onMark(listener: () => void): void {
    this.listeners.push(listener);
  }
}
