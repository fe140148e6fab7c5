import { addDays, daysBetween, type LocalDate } from '../shared';
import type { PlannedShift, RosterFacts, RosterStaff } from './roster-facts';
import type { Fault, PersonCode } from './violation';

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

/** What is wrong with the shifts of single people: employment, leave, overlap and rest across midnight and month ends. */
export function personFaults(facts: RosterFacts): Fault[] {
  const staff = new Map(facts.staff.map((member) => [member.staffNumber, member]));
  const own = byStaff(facts.shifts);
  const others = byStaff(facts.others);
  const leave = new Set(facts.leave.map(({ staffNumber, date }) => `${staffNumber} ${date}`));
  return [...own].flatMap(([staffNumber, shifts]) => {
    const member = staff.get(staffNumber);
    const fault = (code: PersonCode, date: LocalDate, words: Fault['facts'] = {}): Fault => ({
      code,
      staffNumber,
      date,
      facts: words,
      ...(member && { staffName: member.name }),
    });
    return [
      ...shifts.flatMap((shift) => shiftFaults(shift, member, leave, facts, fault)),
      ...sequenceFaults(shifts, others.get(staffNumber) ?? [], facts, fault),
    ];
  });
}

type MakeFault = (code: PersonCode, date: LocalDate, words?: Fault['facts']) => Fault;

function shiftFaults(
  shift: PlannedShift,
  member: RosterStaff | undefined,
  leave: ReadonlySet<string>,
  { from, to, enabledTemplates }: RosterFacts,
  fault: MakeFault,
): Fault[] {
  const { workDate, templateCode } = shift;
  if (!member) return [fault('unknown-staff', workDate)];
  const faults: Fault[] = [];
  if (workDate < from || workDate > to) faults.push(fault('outside-month', workDate));
  if (workDate < member.hiredOn) faults.push(fault('not-yet-hired', workDate, { hiredOn: member.hiredOn }));
  if (member.leftOn !== undefined && workDate >= member.leftOn) {
    faults.push(fault('has-left', workDate, { leftOn: member.leftOn }));
  } else if (member.suspended) faults.push(fault('suspended', workDate));
  if (leave.has(`${shift.staffNumber} ${workDate}`)) faults.push(fault('on-leave', workDate));
  if (!enabledTemplates.has(templateCode)) {
    faults.push(fault('template-disabled', workDate, { template: templateCode }));
  }
  return faults;
}

/** Only what a shift of this roster has a part in is told, with the day of such a shift. */
function sequenceFaults(
  shifts: readonly PlannedShift[],
  others: readonly PlannedShift[],
  { policy }: RosterFacts,
  fault: MakeFault,
): Fault[] {
  const own = new Set(shifts);
  const all = [...shifts, ...others].sort((one, other) => one.startAt.getTime() - other.startAt.getTime());
  const faults: Fault[] = [];
  let last: PlannedShift | undefined;
  for (const shift of all) {
    if (last && (own.has(shift) || own.has(last))) {
      const restMs = shift.startAt.getTime() - last.endAt.getTime();
      const [at, other] = own.has(shift) ? [shift, last] : [last, shift];
      if (restMs < 0) faults.push(fault('overlap', at.workDate, { otherDate: other.workDate }));
      else if (restMs < policy.leastRestMinutes * MINUTE_MS && !isSameDuty(last, shift)) {
        const [restHours, leastHours] = [restMs, policy.leastRestMinutes * MINUTE_MS].map(hours) as [
          number,
          number,
        ];
        const words = { restHours, leastHours, before: shift.workDate };
        faults.push(fault('too-little-rest', at.workDate, words));
      }
    }
    // A short shift within a long one does not end the long one.
    if (!last || shift.endAt > last.endAt) last = shift;
  }
  return [...faults, ...rowFaults(all, own, policy.mostConsecutiveDays, fault)];
}

/** Two parts of one day's work, as overtime behind a shift, are no two duties with rest between them. */
const isSameDuty = (one: PlannedShift, other: PlannedShift): boolean => one.workDate === other.workDate;

const hours = (ms: number): number => Math.round((ms / HOUR_MS) * 10) / 10;

function rowFaults(
  all: readonly PlannedShift[],
  own: ReadonlySet<PlannedShift>,
  most: number,
  fault: MakeFault,
): Fault[] {
  const days = [...new Set(all.map(({ workDate }) => workDate))].sort();
  const ownDays = new Set([...own].map(({ workDate }) => workDate));
  const faults: Fault[] = [];
  let start = 0;
  days.forEach((day, index) => {
    const next = days[index + 1];
    if (next !== undefined && next === addDays(day, 1)) return;
    const row = days.slice(start, index + 1);
    start = index + 1;
    const from = row[0] ?? day;
    const own = row.filter((date) => ownDays.has(date));
    const at = own.find((date) => row.indexOf(date) >= most) ?? own.at(-1);
    if (row.length > most && at !== undefined) {
      faults.push(fault('too-many-days', at, { days: row.length, most, from, to: day }));
    }
  });
  return faults;
}

export function byStaff<T extends { readonly staffNumber: string }>(items: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(item.staffNumber);
    if (group) group.push(item);
    else groups.set(item.staffNumber, [item]);
  }
  return groups;
}

/** Days of the span on which somebody is staff. */
export function employedDays(member: RosterStaff, from: LocalDate, to: LocalDate): number {
  const first = member.hiredOn > from ? member.hiredOn : from;
  const last = member.leftOn !== undefined && member.leftOn <= to ? addDays(member.leftOn, -1) : to;
  return Math.max(0, daysBetween(first, last) + 1);
}

export function isEmployed(member: RosterStaff, date: LocalDate): boolean {
  return member.hiredOn <= date && (member.leftOn === undefined || date < member.leftOn);
}
