import { type LocalDate, weekdayOf } from '../shared';
import { byStaff, employedDays } from './check-person';
import { daysOf } from './check-cover';
import type { PlannedShift, RosterFacts, RosterStaff, RosterWish } from './roster-facts';
import type { CoverCode, Fault } from './violation';

/** What is hard on single people though no rule of their own is broken: days off, nights, weekends, wishes (§8). */
export function fairnessFaults(facts: RosterFacts): Fault[] {
  const shifts = byStaff(facts.shifts);
  const rostered = facts.staff.filter(({ staffNumber }) => shifts.has(staffNumber));
  return [
    ...rostered.flatMap((member) => dayOffFaults(member, shifts.get(member.staffNumber) ?? [], facts)),
    ...spreadFaults('unfair-nights', rostered, shifts, facts, ({ templateCode }) =>
      facts.nightTemplates.has(templateCode),
    ),
    ...spreadFaults('unfair-weekends', rostered, shifts, facts, ({ workDate }) => weekdayOf(workDate) >= 6),
    ...wishFaults(facts, shifts),
  ];
}

function dayOffFaults(member: RosterStaff, shifts: readonly PlannedShift[], facts: RosterFacts): Fault[] {
  const whole = daysOf(facts.from, facts.to).length;
  const employed = employedDays(member, facts.from, facts.to);
  const worked = new Set(shifts.map(({ workDate }) => workDate)).size;
  const least = Math.floor((facts.policy.leastDaysOff * employed) / whole);
  const off = employed - worked;
  return off < least ? [fault('too-few-days-off', member, { off, least })] : [];
}

/** Agents with agents, leaders with leaders; who is here for a part of the month is left out of the comparison. */
function spreadFaults(
  code: CoverCode,
  rostered: readonly RosterStaff[],
  shifts: ReadonlyMap<string, readonly PlannedShift[]>,
  { from, to, policy }: RosterFacts,
  counts: (shift: PlannedShift) => boolean,
): Fault[] {
  const whole = daysOf(from, to).length;
  return [true, false].flatMap((leader) => {
    const alike = rostered.filter(
      (member) => member.leader === leader && employedDays(member, from, to) === whole,
    );
    const owns = alike.map((member) => ({
      member,
      own: (shifts.get(member.staffNumber) ?? []).filter(counts).length,
    }));
    const mean = owns.reduce((sum, { own }) => sum + own, 0) / Math.max(1, owns.length);
    return owns
      .filter(({ own }) => own > Math.ceil(mean) + policy.fairSpread)
      .map(({ member, own }) =>
        fault(code, member, { own, mean: Math.round(mean * 10) / 10, spread: policy.fairSpread }),
      );
  });
}

function wishFaults(
  { wishes, staff, from, to }: RosterFacts,
  shifts: ReadonlyMap<string, readonly PlannedShift[]>,
): Fault[] {
  const members = new Map(staff.map((member) => [member.staffNumber, member]));
  return wishes.flatMap((wish) => {
    const member = members.get(wish.staffNumber);
    if (!member || wish.day < from || wish.day > to) return [];
    const own = (shifts.get(wish.staffNumber) ?? []).filter(({ workDate }) => workDate === wish.day);
    return isMet(wish, own) ? [] : [fault('wish-not-met', member, { wish: wordsOf(wish) }, wish.day)];
  });
}

/** A wish for a shift is met on a day off too: nobody is made to work for it. */
function isMet({ kind, templateCode }: RosterWish, own: readonly PlannedShift[]): boolean {
  if (kind === 'day-off') return own.length === 0;
  return own.every((shift) => (shift.templateCode === templateCode) === (kind === 'shift'));
}

const wordsOf = ({ kind, templateCode }: RosterWish): string =>
  templateCode === undefined ? kind : `${kind} ${templateCode}`;

function fault(code: CoverCode, member: RosterStaff, facts: Fault['facts'], date?: LocalDate): Fault {
  const { staffNumber, name } = member;
  return { code, staffNumber, staffName: name, facts, ...(date !== undefined && { date }) };
}
