import { Injectable } from '@nestjs/common';
import type { RosterRowPage, RosterRowView } from '@switchyard/contracts';
import type { ShiftDuty } from '@switchyard/domain';
import { CURSOR_PARTS, decodeCursor, pageOf } from '@switchyard/platform';
import { LeaveDays } from '../../leave/leave-days.port';
import type { StaffMember } from '../../staff/staff-directory.port';
import { lastDayOf } from '../month';
import type { RosterEntry } from '../roster-entries.port';
import { RosterPeople } from '../roster-people';
import { type Roster, Rosters } from '../rosters.port';

/** Behind the code of a template in a cell of the grid. */
export const DUTY_MARKS: Readonly<Record<ShiftDuty, string>> = { regular: '', reserve: '*', overtime: '+' };

/** A roster as people down and days across: who belongs into it has a line, with shifts or without. */
@Injectable()
export class RosterGrid {
  constructor(
    private readonly rosters: Rosters,
    private readonly people: RosterPeople,
    private readonly leave: LeaveDays,
  ) {}

  async page(
    roster: Roster,
    groupCode: string | undefined,
    limit: number,
    cursor?: string,
  ): Promise<RosterRowPage> {
    const [after = ''] = cursor === undefined ? [] : decodeCursor(cursor, CURSOR_PARTS.text);
    const entries = await this.rosters.entriesOf(roster.id);
    const all = await this.people.of(
      roster,
      entries.map(({ staffNumber }) => staffNumber),
    );
    const known = new Set(all.map(({ staffNumber }) => staffNumber));
    const strangers = [...new Set(entries.map(({ staffNumber }) => staffNumber))].filter(
      (number) => !known.has(number),
    );
    const people: Line[] = [...all, ...strangers.map((staffNumber) => ({ staffNumber }))];
    const wanted = people
      .filter(
        (member) => member.staffNumber > after && (groupCode === undefined || member.groupCode === groupCode),
      )
      .sort((one, other) => (one.staffNumber < other.staffNumber ? -1 : 1));
    const page = pageOf(wanted.slice(0, limit + 1), limit, ({ staffNumber }) => [staffNumber]);
    const numbers = page.items.map(({ staffNumber }) => staffNumber);
    const leave = await this.leave.between(roster.month, lastDayOf(roster.month), numbers);
    const rows = page.items.map((member): RosterRowView => {
      const { staffNumber, name, groupCode: group } = member;
      const off = leave
        .filter((day) => day.staffNumber === staffNumber)
        .map(({ date, kind }) => [date, kind]);
      return {
        staffNumber,
        days: daysOf(entries.filter((entry) => entry.staffNumber === staffNumber)),
        ...(name !== undefined && { staffName: name }),
        ...(group !== undefined && { groupCode: group }),
        ...(off.length > 0 && { leave: Object.fromEntries(off) as Record<string, string> }),
      };
    });
    return { ...page, items: rows };
  }
}

type Line = Pick<StaffMember, 'staffNumber'> & Partial<Pick<StaffMember, 'name' | 'groupCode'>>;

function daysOf(entries: readonly RosterEntry[]): Record<string, string> {
  const days: Record<string, string> = {};
  for (const { workDate, templateCode, duty } of entries) {
    const cell = `${templateCode}${DUTY_MARKS[duty]}`;
    days[workDate] = days[workDate] === undefined ? cell : `${days[workDate]} ${cell}`;
  }
  return days;
}
