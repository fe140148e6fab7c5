import { Inject, Injectable } from '@nestjs/common';
import { localDateAt } from '@switchyard/domain';
import { CLOCK, type Clock, CURSOR_PARTS, decodeCursor, pageOf, UnitOfWork } from '@switchyard/platform';
import { AttendanceDue } from '../attendance-due.port';
import {
  type AttendanceExemption,
  AttendanceExemptions,
  type ExemptionFilter,
  type NewExemption,
} from '../attendance-exemptions.port';
import type { Page } from '../punches.port';
import { peopleParameters, peopleWhere } from './people-where';

const EXEMPTION = `select e.id, e.staff_number as "staffNumber", s.name, e.kind, e.from_at as "from", e.to_at as "to",
  e.reason, e.reference, e.recorded_by as by from attendance_exemption e join staff s using (staff_number)`;

@Injectable()
export class PgAttendanceExemptions extends AttendanceExemptions {
  constructor(
    private readonly work: UnitOfWork,
    private readonly due: AttendanceDue,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    super();
  }

  async put(exemptions: readonly NewExemption[]): Promise<void> {
    const touched: Pick<NewExemption, 'staffNumber' | 'from' | 'to'>[] = [...exemptions];
    for (const exemption of exemptions) {
      const { staffNumber, kind, from, to, reason, reference, by } = exemption;
      const before = await this.ofReference(reference);
      await this.work.execute(
        `insert into attendance_exemption (id, staff_number, kind, from_at, to_at, reason, reference, recorded_at, recorded_by)
         values (gen_random_uuid(), $1, $2, $3, $4, $5, $6, $7, $8)
         on conflict (reference) do update set kind = $2, from_at = $3, to_at = $4, reason = $5, recorded_at = $7,
           recorded_by = $8, withdrawn_at = null, withdrawn_by = null`,
        [staffNumber, kind, from, to, reason, reference, this.clock.now(), by],
      );
      if (before) touched.push(before);
    }
    await this.touch(touched);
  }

  async withdraw(reference: string, by: string): Promise<void> {
    const before = await this.ofReference(reference);
    if (!before) return;
    await this.work.execute(
      'update attendance_exemption set withdrawn_at = $2, withdrawn_by = $3 where reference = $1 and withdrawn_at is null',
      [reference, this.clock.now(), by],
    );
    await this.touch([before]);
  }

  async find(id: string): Promise<AttendanceExemption | undefined> {
    return (await this.select('where e.id = $1 and e.withdrawn_at is null', [id]))[0];
  }

  async ofReference(reference: string): Promise<AttendanceExemption | undefined> {
    return (await this.select('where e.reference = $1 and e.withdrawn_at is null', [reference]))[0];
  }

  async list(filter: ExemptionFilter, limit: number, cursor?: string): Promise<Page<AttendanceExemption>> {
    const after = cursor === undefined ? [] : decodeCursor(cursor, CURSOR_PARTS.instant, CURSOR_PARTS.uuid);
    const rows = await this.select(
      `where e.withdrawn_at is null and ($1::timestamptz is null or e.to_at > $1)
         and ($2::timestamptz is null or e.from_at < $2)
         and ($3::timestamptz is null or (e.from_at, e.id) < ($3, $4::uuid)) and ${peopleWhere(6)}
       order by e.from_at desc, e.id desc limit $5`,
      [filter.from, filter.before, after[0], after[1], limit + 1, ...peopleParameters(filter)],
    );
    return pageOf(rows, limit, ({ from, id }) => [from.toISOString(), id]);
  }

  private touch(exemptions: readonly Pick<NewExemption, 'staffNumber' | 'from' | 'to'>[]): Promise<void> {
    return this.due.mark(
      exemptions.map(({ staffNumber, from, to }) => ({
        staffNumber,
        from: localDateAt(new Date(from.getTime() - 86_400_000)),
        to: localDateAt(to),
      })),
    );
  }

  private select(rest: string, parameters: readonly unknown[]): Promise<AttendanceExemption[]> {
    return this.work.query<AttendanceExemption>(`${EXEMPTION} ${rest}`, parameters);
  }
}
