import { Inject, Injectable } from '@nestjs/common';
import {
  addDays,
  type AgentCase,
  type AttendancePolicy,
  type AttendedShift,
  type DayPunch,
  evaluateDay,
  type Exemption,
  instantAt,
  type LocalDate,
  shiftOfCase,
  shiftOfPunch,
  type ShiftHalf,
} from '@switchyard/domain';
import { CLOCK, type Clock, UnitOfWork } from '@switchyard/platform';
import { LeaveDays } from '../../leave/leave-days.port';
import { Policies } from '../../policy/policies';
import { RosterEntries, type RosterEntry } from '../../roster/roster-entries.port';
import { AttendanceDays, type JudgedShift } from '../attendance-days.port';
import { AttendanceMonths } from '../attendance-months.port';
import { Interviews, type PolicyOf } from '../interviews.port';
import { TellOfInterviews } from './tell-of-interviews';

export interface DaysOf {
  readonly staffNumbers: readonly string[];
  readonly from: LocalDate;
  readonly to: LocalDate;
}

interface PersonRecords {
  readonly punches: readonly DayPunch[];
  readonly cases: readonly AgentCase[];
  readonly exemptions: readonly Exemption[];
  readonly leaveHalves: (date: string) => readonly ShiftHalf[];
}

/** Reckons what shifts were, from the roster, punches, cases, leave and exemptions (§9); the same again gives the same. */
@Injectable()
export class EvaluateDays {
  constructor(
    private readonly roster: RosterEntries,
    private readonly leave: LeaveDays,
    private readonly days: AttendanceDays,
    private readonly months: AttendanceMonths,
    private readonly interviews: Interviews,
    private readonly tell: TellOfInterviews,
    private readonly policies: Policies,
    private readonly work: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Days of closed months stay as they are, unless `reopened`. Shifts that have not begun are left out.
   * @param days at most some hundred people, both ends of the span included
   */
  execute({ staffNumbers, from, to }: DaysOf, reopened = false): Promise<void> {
    return this.work.inTransaction(async () => {
      await this.days.lockPeople(staffNumbers);
      const parts = reopened ? [{ from, to }] : await this.months.openParts(from, to);
      for (const part of parts) await this.reckon({ staffNumbers, ...part });
    });
  }

  private async reckon({ staffNumbers, from, to }: DaysOf): Promise<void> {
    const now = this.clock.now();
    const policyOf = await this.policiesOf(from, to);
    // Neighbours clip the windows; punches of a shift reach into the days beside it.
    const entries = await this.roster.between(addDays(from, -1), addDays(to, 1), staffNumbers);
    const leave = await this.leave.between(from, to, staffNumbers);
    const records = await this.days.records(
      staffNumbers,
      instantAt(addDays(from, -1), 0),
      instantAt(addDays(to, 3), 0),
    );
    const shifts = staffNumbers.flatMap((staffNumber) => {
      const own = entries.filter((entry) => entry.staffNumber === staffNumber);
      const absences = leave.filter((day) => day.staffNumber === staffNumber);
      const person: PersonRecords = {
        punches: records.punches.get(staffNumber) ?? [],
        cases: records.cases.get(staffNumber) ?? [],
        exemptions: records.exemptions.get(staffNumber) ?? [],
        leaveHalves: (date) =>
          absences
            .filter((day) => day.date === date)
            .flatMap(({ half }): ShiftHalf[] => (half === 'whole' ? ['am', 'pm'] : [half])),
      };
      return judge(own, person, policyOf, now).filter(
        ({ entry }) =>
          entry.workDate >= from &&
          entry.workDate <= to &&
          isWorthTelling(entry, policyOf(entry.workDate), now),
      );
    });
    await this.days.replace(staffNumbers, from, to, shifts, now);
    await this.tell.of(await this.interviews.require(staffNumbers, shifts, policyOf, now));
  }

  /** A day is judged by the policy that held when it began, however late it is reckoned. */
  private async policiesOf(from: LocalDate, to: LocalDate): Promise<PolicyOf> {
    const policies = new Map<LocalDate, AttendancePolicy>();
    const last = addDays(to, 1);
    for (let date = addDays(from, -1); date <= last; date = addDays(date, 1))
      policies.set(date, await this.policies.inForce('attendance', instantAt(date, 0)));
    return (date) => {
      const policy = policies.get(date);
      if (!policy)
        throw new RangeError(`${date} does not lie from the day before ${from} to the day after ${to}`);
      return policy;
    };
  }
}

function judge(
  entries: readonly RosterEntry[],
  person: PersonRecords,
  policyOf: PolicyOf,
  now: Date,
): JudgedShift[] {
  const punches = new Map<string, DayPunch[]>();
  const newest = entries.at(-1);
  if (!newest) return [];
  const windows = policyOf(newest.workDate);
  for (const punch of person.punches) put(punches, shiftOfPunch(entries, punch, windows)?.id, punch);
  const cases = new Map<string, AgentCase[]>();
  for (const one of person.cases) put(cases, shiftOfCase(entries, one.receivedAt, windows)?.id, one);
  return entries.map((entry) => ({
    entry,
    verdict: evaluateDay(
      {
        shift: attendedShift(entry),
        punches: punches.get(entry.id) ?? [],
        cases: cases.get(entry.id) ?? [],
        leaveHalves: person.leaveHalves(entry.workDate),
        exemptions: person.exemptions,
        now,
      },
      policyOf(entry.workDate),
    ),
  }));
}

function put<T>(map: Map<string, T[]>, key: string | undefined, value: T): void {
  if (key === undefined) return;
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}

function attendedShift({ id, workDate, startAt, endAt, breaks, duty }: RosterEntry): AttendedShift {
  const spans = breaks.map((one) => ({ from: one.startAt, to: one.endAt }));
  return { id, workDate, startAt, endAt, breaks: spans, overtime: duty === 'overtime' };
}

/** A shift is told of from the time on at which somebody may sign in for it. */
function isWorthTelling({ startAt }: RosterEntry, policy: AttendancePolicy, now: Date): boolean {
  return now.getTime() >= startAt.getTime() - policy.opensBeforeMinutes * 60_000;
}
