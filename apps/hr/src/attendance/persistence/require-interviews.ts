const LATE_DAYS = `from attendance_day d where d.late_logged and d.work_date >= $2::date
  and d.work_date < ($2::date + interval '1 month')`;

/** Corrections may have taken a lateness away. */
export const COUNT_LATENESS = `update lateness_interview i
  set late_count = (select count(*)::integer ${LATE_DAYS} and d.staff_number = i.staff_number)
  where i.month = $2::date and i.staff_number = any ($1)`;

export const REQUIRE_LATENESS = `insert into lateness_interview
    (id, staff_number, month, late_count, needed_count, required_at)
  select gen_random_uuid(), d.staff_number, $2::date, count(*)::integer, $3::integer, $4::timestamptz ${LATE_DAYS} and d.staff_number = any ($1)
  group by d.staff_number having count(*) >= $3::integer on conflict (staff_number, month) do nothing
  returning 'lateness' as kind, id, staff_number as "staffNumber"`;

/**
 * Who is back after sickness: leave for sickness or a sick call since they worked last; a sick morning asks for the
 * interview in the afternoon, a sick afternoon for one on the next day worked.
 */
export const REQUIRE_RETURN = `insert into return_interview (id, staff_number, returned_on, due_at)
  select gen_random_uuid(), back.person, back.day, back.due
    from (select person, min(due) as due, day
            from unnest($1::text[], $2::date[], $3::timestamptz[]) as shifts (person, day, due) group by person, day) back
    cross join lateral (
      select coalesce(max(d.work_date), back.day - 366) as day from attendance_day d
       where d.staff_number = back.person and d.work_date < back.day
         and d.status in ('present', 'field-work', 'missed-punch')) worked
   where exists (select 1 from leave_day l
            where l.staff_number = back.person and l.kind = 'sick' and l.state = 'approved' and l.counts
              and ((l.date < back.day and (l.date > worked.day or (l.date = worked.day and l.half = 'pm')))
                or (l.date = back.day and l.half = 'am')))
      or exists (select 1 from sick_call c where c.staff_number = back.person
              and c.work_date < back.day and c.work_date > worked.day)
  on conflict (staff_number, returned_on) do nothing
  returning 'return' as kind, id, staff_number as "staffNumber"`;
