import { Inject, Injectable } from '@nestjs/common';
import {
  addDays,
  isNightShift,
  localDate,
  type PlannedShift,
  type RosterFacts,
  type RosterLeave,
} from '@switchyard/domain';
import { CLOCK, type Clock } from '@switchyard/platform';
import { type LeaveDay, LeaveDays } from '../leave/leave-days.port';
import { Policies } from '../policy/policies';
import { StaffingNeeds } from '../staffing/needs/staffing-needs';
import { lastDayOf } from './month';
import { RosterEntries } from './roster-entries.port';
import { RosterPeople } from './roster-people';
import type { Roster } from './rosters.port';
import { ShiftTemplates } from './shift-templates.port';
import { Wishes } from './wishes.port';

/** Gathers everything that the checks of a roster look at: the same for hand-made rosters, changes and proposals. */
@Injectable()
export class RosterFactsReader {
  constructor(
    private readonly people: RosterPeople,
    private readonly entries: RosterEntries,
    private readonly templates: ShiftTemplates,
    private readonly wishes: Wishes,
    private readonly leave: LeaveDays,
    private readonly needs: StaffingNeeds,
    private readonly policies: Policies,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async read(roster: Roster, shifts: readonly PlannedShift[]): Promise<RosterFacts> {
    const [from, to] = [roster.month, lastDayOf(roster.month)];
    const policy = await this.policies.inForce('roster', this.clock.now());
    const members = await this.people.of(
      roster,
      shifts.map(({ staffNumber }) => staffNumber),
    );
    const numbers = members.map(({ staffNumber }) => staffNumber);
    const margin = policy.mostConsecutiveDays + 1;
    const around = await this.entries.between(addDays(from, -margin), addDays(to, margin), numbers);
    const templates = await this.templates.latest();
    const leave = await this.leave.between(from, to, numbers);
    return {
      from,
      to,
      shifts,
      policy,
      others: around.filter(({ rosterId }) => rosterId !== roster.id),
      staff: await this.people.asRostered(roster, members),
      leave: wholeDays(leave),
      wishes: await this.wishes.between(from, to),
      needs: await this.needs.between(from, to),
      enabledTemplates: new Set(templates.filter(({ enabled }) => enabled).map(({ code }) => code)),
      nightTemplates: new Set(templates.filter(isNightShift).map(({ code }) => code)),
    };
  }
}

/** Days on which somebody is away altogether: the whole of it, or both of its halves. */
function wholeDays(leave: readonly LeaveDay[]): RosterLeave[] {
  const halves = new Map<string, { readonly day: RosterLeave; readonly parts: Set<LeaveDay['half']> }>();
  for (const { staffNumber, date, half } of leave) {
    const key = `${staffNumber} ${date}`;
    const known = halves.get(key) ?? { day: { staffNumber, date: localDate(date) }, parts: new Set() };
    known.parts.add(half);
    halves.set(key, known);
  }
  return [...halves.values()].flatMap(({ day, parts }) =>
    parts.has('whole') || parts.size > 1 ? [day] : [],
  );
}
