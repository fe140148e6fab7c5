import { Injectable } from '@nestjs/common';
import { CURSOR_PARTS, decodeCursor, pageOf, UnitOfWork } from '@switchyard/platform';
import { monthSpan } from '../close-month/month-span';
import { MonthPeople } from '../month-people.port';
import type { PeopleFilter } from '../people/people';
import type { Page } from '../punches.port';
import { peopleParameters, peopleWhere } from './people-where';

@Injectable()
export class PgMonthPeople extends MonthPeople {
  constructor(private readonly work: UnitOfWork) {
    super();
  }

  async list(
    month: string,
    filter: PeopleFilter,
    limit: number,
    cursor?: string,
  ): Promise<Page<{ readonly staffNumber: string; readonly name: string }>> {
    const { from, to } = monthSpan(month);
    const [after] = cursor === undefined ? [] : decodeCursor(cursor, CURSOR_PARTS.text);
    const rows = await this.work.query<{ staffNumber: string; name: string }>(
      `select s.staff_number as "staffNumber", s.name from staff s
       where s.hired_on <= $2 and (s.left_on is null or s.left_on > $1) and ($3::text is null or s.staff_number > $3)
         and ${peopleWhere(5)}
       order by s.staff_number limit $4`,
      [from, to, after, limit + 1, ...peopleParameters(filter)],
    );
    return pageOf(rows, limit, ({ staffNumber }) => [staffNumber]);
  }
}
