import { Injectable } from '@nestjs/common';
import type { LeaveHalfDay, LeaveKind, LocalDate } from '@switchyard/domain';
import {
  CURSOR_PARTS,
  decodeCursor,
  type Nullable,
  pageOf,
  UnitOfWork,
  withoutNulls,
} from '@switchyard/platform';
import type { PeopleFilter } from '../../attendance/people/people';
import { peopleParameters, peopleWhere } from '../../attendance/persistence/people-where';
import type { Page } from '../../attendance/punches.port';
import { type AwayDay, type DayOfLeave, type LeaveFilter, LeaveLists } from '../leave-lists.port';
import type { Leave, LeaveEvent } from '../leave-requests.port';
import { selectLeave } from './leave-rows';

const DATE = /^\d{4}-\d\d-\d\d$/;

@Injectable()
export class PgLeaveLists extends LeaveLists {
  constructor(private readonly work: UnitOfWork) {
    super();
  }

  async history(id: string): Promise<readonly LeaveEvent[]> {
    const rows = await this.work.query<Nullable<LeaveEvent>>(
      'select kind, note, at, by from leave_event where leave_id = $1 order by leave_event.id',
      [id],
    );
    return rows.map((row) => withoutNulls<LeaveEvent>(row));
  }

  halfDays(id: string): Promise<readonly LeaveHalfDay[]> {
    return this.work.query<LeaveHalfDay>(
      `select date::text, half, type, counts and state <> 'ended' as counts from leave_day
       where leave_id = $1 order by leave_day.date, half`,
      [id],
    );
  }

  async list(
    filter: LeaveFilter,
    limit: number,
    cursor?: string,
    isWanted: (leave: Leave) => boolean = () => true,
  ): Promise<Page<Leave>> {
    const found: Leave[] = [];
    let after: readonly string[] =
      cursor === undefined ? [] : decodeCursor(cursor, CURSOR_PARTS.instant, CURSOR_PARTS.uuid);
    for (;;) {
      const rows = await this.next(filter, limit + 1, after);
      found.push(...rows.filter(isWanted));
      const last = rows.at(-1);
      if (found.length > limit || rows.length <= limit || !last) return pageOf(found, limit, keyOf);
      after = keyOf(last);
    }
  }

  async daysBetween(
    from: string,
    to: string,
    filter: PeopleFilter,
    limit: number,
    cursor?: string,
  ): Promise<Page<DayOfLeave>> {
    const after =
      cursor === undefined ? [] : decodeCursor(cursor, DATE, CURSOR_PARTS.text, CURSOR_PARTS.uuid);
    const rows = await this.work.query<DayOfLeave>(
      `select d.staff_number as "staffNumber", s.name, d.date::text as date, d.kind, d.leave_id as "leaveId",
         bool_and(d.state = 'approved') as approved, case when count(*) = 2 then 'whole' else min(d.half) end as half
       from leave_day d join staff s using (staff_number)
       where d.state <> 'ended' and d.counts and d.date between $1 and $2
         and ($3::date is null or (d.date, d.staff_number, d.leave_id) > ($3, $4::text, $5::uuid)) and ${peopleWhere(7)}
       group by d.date, d.staff_number, s.name, d.kind, d.leave_id
       order by d.date, d.staff_number, d.leave_id limit $6`,
      [from, to, after[0], after[1], after[2], limit + 1, ...peopleParameters(filter)],
    );
    return pageOf(rows, limit, ({ date, staffNumber, leaveId }) => [date, staffNumber, leaveId]);
  }

  away(departmentCode: string, but: string, from: LocalDate, to: LocalDate): Promise<readonly AwayDay[]> {
    return this.work.query<AwayDay>(
      `select d.date::text as date, count(distinct d.staff_number)::integer as "all",
         (count(distinct d.staff_number) filter (where d.kind = 'annual'))::integer as annual
       from leave_day d join staff s using (staff_number)
       where d.state <> 'ended' and d.counts and d.date between $3 and $4 and s.department_code = $1
         and d.staff_number <> $2 group by d.date`,
      [departmentCode, but, from, to],
    );
  }

  async hasTaken(
    staffNumber: string,
    kind: LeaveKind,
    from: LocalDate,
    to: LocalDate,
    but?: string,
  ): Promise<boolean> {
    const [row] = await this.work.query<{ taken: boolean }>(
      `select exists (select 1 from leave_day where staff_number = $1 and kind = $2 and state <> 'ended'
         and date between $3 and $4 and leave_id is distinct from $5::uuid) as taken`,
      [staffNumber, kind, from, to, but],
    );
    return row?.taken === true;
  }

  private next(filter: LeaveFilter, most: number, after: readonly string[]): Promise<Leave[]> {
    return selectLeave(
      this.work,
      `where ($1::text is null or r.kind = $1) and ($2::text is null or r.state = $2)
         and ($3::date is null or r.to_date >= $3) and ($4::date is null or r.from_date <= $4)
         and ($5::date is null or (r.state = 'approved' and r.papers_due < $5))
         and ($6::text[] is null or (r.state = 'requested' and (select t.approver_kind from leave_step t
               where t.leave_id = r.id and t.state = 'waiting' order by t.place limit 1) = any ($6))
           or (r.cancel_asked_at is not null and (select t.approver_kind from leave_step t
               where t.leave_id = r.id order by t.place desc limit 1) = any ($6)))
         and ($7::boolean is null or (r.cancel_asked_at is not null) = $7)
         and ($8::timestamptz is null or (r.applied_at, r.id) < ($8, $9::uuid)) and ${peopleWhere(11)}
       order by r.applied_at desc, r.id desc limit $10`,
      [
        filter.kind,
        filter.state,
        filter.from,
        filter.to,
        filter.papersDueBefore,
        filter.waitingFor,
        filter.cancelAsked,
        after[0],
        after[1],
        most,
        ...peopleParameters(filter),
      ],
    );
  }
}

const keyOf = ({ appliedAt, id }: Leave): [string, string] => [appliedAt.toISOString(), id];
