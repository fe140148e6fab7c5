import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@switchyard/platform';
import { type LeaveDay, LeaveDays } from '../leave-days.port';

@Injectable()
export class PgLeaveDays extends LeaveDays {
  constructor(private readonly work: UnitOfWork) {
    super();
  }

  between(from: string, to: string, staffNumbers?: readonly string[]): Promise<readonly LeaveDay[]> {
    return this.work.query<LeaveDay>(
      `select staff_number as "staffNumber", date::text as date, kind, leave_id as "requestId",
         case when count(*) = 2 then 'whole' else min(half) end as half
       from leave_day
       where state = 'approved' and counts and date between $1 and $2
         and ($3::text[] is null or staff_number = any ($3))
       group by staff_number, leave_day.date, kind, leave_id order by leave_day.date, staff_number`,
      [from, to, staffNumbers],
    );
  }
}
