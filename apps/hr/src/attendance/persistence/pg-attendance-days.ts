import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@switchyard/domain';
import {
  ADVISORY_CLASS,
  CURSOR_PARTS,
  decodeCursor,
  type Nullable,
  pageOf,
  UnitOfWork,
  withoutNulls,
} from '@switchyard/platform';
import {
  type AttendanceDay,
  AttendanceDays,
  type DayFilter,
  type DayTotals,
  type JudgedShift,
  type Records,
  type StoredDay,
} from '../attendance-days.port';
import type { PeopleFilter } from '../people/people';
import type { Page } from '../punches.port';
import { DAY_COLUMNS, DAY_RECORD, daysAsJson } from './day-rows';
import { peopleParameters, peopleWhere } from './people-where';
import { readRecords } from './read-records';

const DAY = `d.entry_id as "entryId", d.staff_number as "staffNumber", s.name, d.work_date::text as "workDate",
  d.start_at as "startAt", d.end_at as "endAt", d.status, d.final, d.leave_share::float8 as "leaveShare",
  d.late_minutes as "lateMinutes", d.late_by as "lateBy", d.late_logged as "lateLogged",
  d.signed_in_late_minutes as "signedInLateMinutes", d.early_minutes as "earlyMinutes", d.early_by as "earlyBy",
  d.absent_because as "absentBecause", d.missed, d.first_in_at as "firstInAt", d.last_out_at as "lastOutAt",
  d.first_case_work as "firstCaseWork", d.first_case_received_at as "firstCaseReceivedAt",
  d.first_case_handled_at as "firstCaseHandledAt", d.rostered_minutes as "rosteredMinutes",
  d.worked_minutes as "workedMinutes", d.overtime_minutes as "overtimeMinutes", d.evaluated_at as "evaluatedAt"`;

const DATE = /^\d{4}-\d\d-\d\d$/;

@Injectable()
export class PgAttendanceDays extends AttendanceDays {
  constructor(private readonly work: UnitOfWork) {
    super();
  }

  async lockPeople(staffNumbers: readonly string[]): Promise<void> {
    await this.work.query(
      `select pg_advisory_xact_lock($1, key) from (
         select distinct hashtext('attendance ' || number) as key from unnest($2::text[]) as number order by key) keys`,
      [ADVISORY_CLASS, staffNumbers],
    );
  }

  records(staffNumbers: readonly string[], from: Date, before: Date): Promise<Records> {
    return readRecords(this.work, staffNumbers, from, before);
  }

  async replace(
    staffNumbers: readonly string[],
    from: LocalDate,
    to: LocalDate,
    shifts: readonly JudgedShift[],
    at: Date,
  ): Promise<void> {
    await this.work.execute(
      `delete from attendance_day where staff_number = any ($1) and work_date between $2 and $3
         and not entry_id = any ($4::uuid[])`,
      [staffNumbers, from, to, shifts.map(({ entry }) => entry.id)],
    );
    await this.work.execute(
      `insert into attendance_day (${DAY_COLUMNS.join(', ')}, evaluated_at)
       select ${DAY_COLUMNS.join(', ')}, $2 from json_to_recordset($1) as day ${DAY_RECORD}
       on conflict (entry_id) do update set (${DAY_COLUMNS.slice(1).join(', ')}, evaluated_at)
         = (${DAY_COLUMNS.slice(1)
           .map((column) => `excluded.${column}`)
           .join(', ')}, excluded.evaluated_at)`,
      [daysAsJson(shifts), at],
    );
  }

  async list(filter: DayFilter, limit: number, cursor?: string): Promise<Page<AttendanceDay>> {
    const after =
      cursor === undefined ? [] : decodeCursor(cursor, DATE, CURSOR_PARTS.text, CURSOR_PARTS.uuid);
    const rows = await this.work.query<Nullable<AttendanceDay>>(
      `select ${DAY} from attendance_day d join staff s using (staff_number)
       where ($1::date is null or d.work_date >= $1) and ($2::date is null or d.work_date <= $2)
         and ($3::text is null or d.status = $3) and ($4::boolean is null or (d.late_minutes > 0) = $4)
         and ($5::boolean is null or (d.early_minutes > 0) = $5)
         and ($6::date is null or d.work_date < $6
           or (d.work_date = $6 and (d.staff_number, d.entry_id) > ($7::text, $8::uuid)))
         and ${peopleWhere(10)}
       order by d.work_date desc, d.staff_number, d.entry_id limit $9`,
      [
        filter.from,
        filter.to,
        filter.status,
        filter.late,
        filter.early,
        after[0],
        after[1],
        after[2],
        limit + 1,
        ...peopleParameters(filter),
      ],
    );
    return pageOf(
      rows.map((row) => withoutNulls<AttendanceDay>(row)),
      limit,
      ({ workDate, staffNumber, entryId }) => [workDate, staffNumber, entryId],
    );
  }

  totals(from: LocalDate, to: LocalDate, filter: PeopleFilter): Promise<readonly DayTotals[]> {
    const people = (condition: string) =>
      `(count(distinct d.staff_number) filter (where ${condition}))::integer`;
    return this.work.query<DayTotals>(
      `select d.work_date::text as day, count(distinct d.staff_number)::integer as rostered,
         ${people("d.status in ('present', 'field-work', 'training', 'missed-punch')")} as attended,
         ${people('d.late_minutes > 0')} as late, ${people('d.early_minutes > 0')} as early,
         ${people("d.status = 'absent'")} as absent, ${people('d.leave_share > 0')} as "onLeave",
         ${people("d.status = 'missed-punch'")} as "missedPunch", ${people("d.status = 'expected'")} as expected
       from attendance_day d join staff s using (staff_number)
       where d.work_date between $1 and $2 and ${peopleWhere(3)}
       group by d.work_date order by d.work_date`,
      [from, to, ...peopleParameters(filter)],
    );
  }

  ofPeople(staffNumbers: readonly string[], from: LocalDate, to: LocalDate): Promise<readonly StoredDay[]> {
    return this.work.query<StoredDay>(
      `select staff_number as "staffNumber", work_date::text as "workDate", status, leave_share::float8 as "leaveShare",
         late_minutes as "lateMinutes", late_logged as "lateLogged", early_minutes as "earlyMinutes",
         overtime_minutes as "overtimeMinutes", rostered_minutes as "rosteredMinutes", worked_minutes as "workedMinutes"
       from attendance_day where staff_number = any ($1) and work_date between $2 and $3`,
      [staffNumbers, from, to],
    );
  }
}
