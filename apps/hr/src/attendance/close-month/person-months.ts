import { Injectable } from '@nestjs/common';
import { leaveFigures, type LeaveFigures, type LeaveKind, localDate, monthFigures } from '@switchyard/domain';
import { type LeaveDay, LeaveDays } from '../../leave/leave-days.port';
import { AttendanceDays, type StoredDay } from '../attendance-days.port';
import type { PersonMonth } from '../attendance-months.port';
import { monthSpan } from './month-span';

/** Months of people out of their days and leave, as they stand. */
@Injectable()
export class PersonMonths {
  constructor(
    private readonly days: AttendanceDays,
    private readonly leave: LeaveDays,
  ) {}

  async of(staffNumbers: readonly string[], month: string): Promise<ReadonlyMap<string, PersonMonth>> {
    const { from, to, days } = monthSpan(month);
    const shifts = byPerson(await this.days.ofPeople(staffNumbers, from, to));
    const leave = byPerson(
      await this.leave.between(localDate(`${month.slice(0, 4)}-01-01`), to, staffNumbers),
    );
    return new Map(
      staffNumbers.map((staffNumber): [string, PersonMonth] => {
        const own = leave.get(staffNumber) ?? [];
        const ofMonth = own.filter(({ date }) => date >= from);
        return [
          staffNumber,
          {
            ...monthFigures(shifts.get(staffNumber) ?? [], days),
            sick: totals(ofMonth, 'sick'),
            personal: totals(ofMonth, 'personal'),
            yearSick: totals(own, 'sick'),
            yearPersonal: totals(own, 'personal'),
          },
        ];
      }),
    );
  }
}

function totals(leave: readonly LeaveDay[], kind: LeaveKind): LeaveFigures {
  return leaveFigures(
    leave
      .filter((day) => day.kind === kind)
      .map(({ requestId, half }) => ({ requestId, days: half === 'whole' ? 1 : 0.5 })),
  );
}

function byPerson<T extends StoredDay | LeaveDay>(rows: readonly T[]): ReadonlyMap<string, readonly T[]> {
  const people = new Map<string, T[]>();
  for (const row of rows) {
    const own = people.get(row.staffNumber);
    if (own) own.push(row);
    else people.set(row.staffNumber, [row]);
  }
  return people;
}
