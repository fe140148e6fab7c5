import { addDays, type LocalDate, MINUTES_PER_DAY, weekdayOf } from '../shared';
import { isEmployed } from './check-person';
import { joined, Presence, QUARTER } from './presence';
import type { PlannedShift, RosterFacts, RosterStaff } from './roster-facts';
import type { CoverCode, Fault } from './violation';
import { patternWorks } from './work-pattern';

/** What a day lacks: heads, a leader, skills, reserve, shifts at weekends; and too many who are off (§8). */
export function coverFaults(facts: RosterFacts): Fault[] {
  const staff = new Map(facts.staff.map((member) => [member.staffNumber, member]));
  const days = daysOf(facts.from, facts.to);
  const all = [...facts.shifts, ...facts.others];
  const onDuty = all.filter(({ duty }) => duty !== 'reserve');
  const presence = (fits: (member: RosterStaff | undefined) => boolean): Presence => {
    const counted = new Presence(facts.from, facts.to, facts.policy.longBreakMinutes);
    for (const shift of onDuty) if (fits(staff.get(shift.staffNumber))) counted.add(shift);
    return counted;
  };
  const agents = presence((member) => member?.leader !== true);
  return [
    ...headFaults(facts, agents),
    ...(facts.policy.leaderAlways ? leaderFaults(days, facts, onDuty, staff) : []),
    ...facts.policy.skillCover.flatMap((cover) => {
      const skilled = presence((member) => member?.skills.includes(cover.skill) === true);
      const { skill, least, fromMinute, toMinute } = cover;
      return days.flatMap((date) => {
        const heads = skilled.least(date, fromMinute, toMinute - fromMinute);
        const words = { skill, heads, needed: least };
        return heads < least ? [fault('skill-missing', date, words, { fromMinute, toMinute })] : [];
      });
    }),
    ...dayFaults(days, facts),
  ];
}

function fault(
  code: CoverCode,
  date: LocalDate,
  facts: Fault['facts'],
  span: { fromMinute?: number; toMinute?: number } = {},
): Fault {
  return { code, date, facts, ...span };
}

interface Lack {
  readonly date: LocalDate;
  readonly fromMinute: number;
  readonly toMinute: number;
  readonly heads: number;
  readonly needed: number;
}

function headFaults({ needs, from, to }: RosterFacts, agents: Presence): Fault[] {
  const lacks = needs
    .filter(({ date, heads }) => date >= from && date <= to && heads > 0)
    .map(({ date, minute, minutes, heads: needed }) => {
      const heads = agents.least(date, minute, minutes);
      return { date, fromMinute: minute, toMinute: minute + minutes, heads, needed };
    })
    .filter(({ heads, needed }) => heads < needed)
    .sort((one, other) =>
      one.date === other.date ? one.fromMinute - other.fromMinute : one.date < other.date ? -1 : 1,
    );
  const worse = (one: Lack, next: Lack): Lack => {
    const worst = next.needed - next.heads > one.needed - one.heads ? next : one;
    return { ...worst, fromMinute: one.fromMinute, toMinute: next.toMinute };
  };
  return [...groupedByDate(lacks)].flatMap(([date, parts]) =>
    joined(parts, worse).map(({ heads, needed, ...span }) =>
      fault('too-few-heads', date, { heads, needed, missing: needed - heads }, span),
    ),
  );
}

function leaderFaults(
  days: readonly LocalDate[],
  { from, to, policy }: RosterFacts,
  onDuty: readonly PlannedShift[],
  staff: ReadonlyMap<string, RosterStaff>,
): Fault[] {
  // A leader at lunch is in the house: breaks do not count here.
  const everMinutes = MINUTES_PER_DAY * 2;
  const [agents, leaders] = [
    new Presence(from, to, policy.longBreakMinutes),
    new Presence(from, to, everMinutes),
  ];
  for (const shift of onDuty) (staff.get(shift.staffNumber)?.leader === true ? leaders : agents).add(shift);
  return days.flatMap((date) => {
    const alone = [];
    for (let minute = 0; minute < MINUTES_PER_DAY; minute += QUARTER) {
      if (agents.least(date, minute, QUARTER) > 0 && leaders.least(date, minute, QUARTER) === 0) {
        alone.push({ fromMinute: minute, toMinute: minute + QUARTER });
      }
    }
    const spans = joined(alone, (one, next) => ({ ...one, toMinute: next.toMinute }));
    return spans.map((span) => fault('no-leader', date, {}, span));
  });
}

function dayFaults(days: readonly LocalDate[], facts: RosterFacts): Fault[] {
  const { policy } = facts;
  const shifts = groupedByDate(facts.shifts.map((shift) => ({ ...shift, date: shift.workDate })));
  return days.flatMap((date) => {
    const ofDay = shifts.get(date) ?? [];
    const reserve = ofDay.filter(({ duty }) => duty === 'reserve').length;
    const least = Math.floor((ofDay.length * policy.reservePercent) / 100);
    const present = ofDay.length - reserve;
    const off = offOn(date, new Set(ofDay.map(({ staffNumber }) => staffNumber)), facts);
    const faults: Fault[] = [];
    if (weekdayOf(date) >= 6 && present < policy.weekendLeastShifts) {
      faults.push(fault('weekend-empty', date, { shifts: present, least: policy.weekendLeastShifts }));
    }
    if (reserve < least) faults.push(fault('too-few-reserve', date, { reserve, least }));
    if (off > policy.mostOffADay) faults.push(fault('too-many-off', date, { off, most: policy.mostOffADay }));
    return faults;
  });
}

/** On leave, or without a shift on a day that their pattern has them work (L264, C18). */
function offOn(date: LocalDate, working: ReadonlySet<string>, { staff, leave }: RosterFacts): number {
  const onLeave = new Set(leave.filter((day) => day.date === date).map(({ staffNumber }) => staffNumber));
  return staff.filter((member) => {
    if (!isEmployed(member, date) || member.suspended || working.has(member.staffNumber)) return false;
    if (onLeave.has(member.staffNumber)) return true;
    return member.pattern !== undefined && patternWorks(member.pattern.cycle, member.pattern.anchor, date);
  }).length;
}

export function daysOf(from: LocalDate, to: LocalDate): LocalDate[] {
  const days: LocalDate[] = [];
  for (let date = from; date <= to; date = addDays(date, 1)) days.push(date);
  return days;
}

function groupedByDate<T extends { readonly date: LocalDate }>(items: readonly T[]): Map<LocalDate, T[]> {
  const groups = new Map<LocalDate, T[]>();
  for (const item of items) {
    const group = groups.get(item.date);
    if (group) group.push(item);
    else groups.set(item.date, [item]);
  }
  return groups;
}
