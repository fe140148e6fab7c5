import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@switchyard/domain';
import { UnitOfWork } from '@switchyard/platform';
import {
  FormerStaffShifts,
  type ShiftsOfOne,
  type TransferredShifts,
} from '../former-staff/former-staff-shifts.port';

@Injectable()
export class PgFormerStaffShifts extends FormerStaffShifts {
  constructor(private readonly work: UnitOfWork) {
    super();
  }

  published(): Promise<readonly ShiftsOfOne[]> {
    return this.work.query<ShiftsOfOne>(
      `select distinct e.roster_id as "rosterId", e.staff_number as "staffNumber", s.name, s.left_on::text as "leftOn"
       from staff s join roster_entry e on e.staff_number = s.staff_number and e.work_date >= s.left_on
       join roster r on r.id = e.roster_id
       where s.status = 'left' and e.state = 'published' and r.state = 'published'
       order by "staffNumber", "rosterId" limit 500`,
    );
  }

  transferred(since: LocalDate, today: LocalDate): Promise<readonly TransferredShifts[]> {
    return this.work.query<TransferredShifts>(
      `select r.id as "rosterId", s.staff_number as "staffNumber", s.name, s.department_code as "departmentCode",
         max(moved.effective_on)::text as "leftOn", array_agg(distinct e.work_date::text order by e.work_date::text) as days
       from staff_event moved join staff s on s.staff_number = moved.staff_number and s.status <> 'left'
       join roster_entry e on e.staff_number = s.staff_number and e.state = 'published'
         and e.work_date >= greatest(moved.effective_on, $2::date)
       join roster r on r.id = e.roster_id and r.state = 'published' and r.department_code <> s.department_code
       where moved.kind = 'transfer' and moved.state = 'done' and moved.effective_on between $1 and $2
         and r.department_code is distinct from moved.details ->> 'departmentCode' and e.made_at < moved.settled_at
       group by r.id, s.staff_number order by s.staff_number, r.id limit 500`,
      [since, today],
    );
  }

  async deadChanges(today: LocalDate): Promise<readonly string[]> {
    const rows = await this.work.query<{ id: string }>(
      `select c.id from roster_change c where c.state = 'awaiting-consent' and (
         exists (select 1 from jsonb_array_elements(c.changes) cell where cell ->> 'date' < $1)
         or exists (select 1 from roster_change_consent k join staff s on s.staff_number = k.staff_number
           where k.change_id = c.id and k.answer is null and s.status = 'left'))
       order by c.asked_at, c.id limit 500`,
      [today],
    );
    return rows.map(({ id }) => id);
  }
}
