import { Injectable } from '@nestjs/common';
import { type DayReplan, STAFFING_ERRORS } from '@switchyard/contracts';
import {
  addDays,
  instantAt,
  type LocalDate,
  localDateAt,
  minuteOfDayAt,
  type OvertimeCandidate,
  planOvertime,
  replanFactor,
  type StaffingPolicy,
} from '@switchyard/domain';
import { DomainError } from '@switchyard/platform';
import { Policies } from '../../policy/policies';
import { RosterEntries, type RosterEntry } from '../../roster/roster-entries.port';
import { type StaffMember, StaffDirectory } from '../../staff/staff-directory.port';
import { CallHistory } from '../call-history.port';
import { type Forecast, Forecasts } from '../forecasts.port';
import { agentsFor, headsFor } from '../needs/staffing-needs';

interface Slot {
  readonly minute: number;
  forecast: number;
  expected: number;
  readonly agents: number[];
}

/**
 * Plans the rest of a day again (14:00, L258): each queue's forecast is taken by what came so far, heads are reckoned anew,
 * and who ends in front of a gap is proposed for overtime.
 * @throws DomainError `call-forecast.not-found` when no queue has a forecast of the day
 */
@Injectable()
export class ReplanDayUseCase {
  constructor(
    private readonly forecasts: Forecasts,
    private readonly history: CallHistory,
    private readonly entries: RosterEntries,
    private readonly staff: StaffDirectory,
    private readonly policies: Policies,
  ) {}

  async execute(at: Date): Promise<DayReplan> {
    const policy = await this.policies.inForce('staffing', at);
    const { leastRestMinutes, longBreakMinutes } = await this.policies.inForce('roster', at);
    const date = localDateAt(at);
    const { slots, actual, forecast } = await this.slotsOf(date, at, policy);
    const shifts = await this.shiftsAround(date);
    const ofDay = shifts.filter(({ duty }) => duty !== 'reserve');
    const intervals = slots.map((slot) => {
      const startAt = instantAt(date, slot.minute);
      const endAt = new Date(startAt.getTime() + policy.intervalMinutes * 60_000);
      const rostered = ofDay.filter((shift) => isThere(shift, startAt, endAt, longBreakMinutes)).length;
      const needed = headsFor(slot.agents, policy);
      const calls = { forecastCalls: rounded(slot.forecast), expectedCalls: rounded(slot.expected) };
      const missing = Math.max(0, needed - rostered);
      return {
        startAt,
        view: { minute: slot.minute, minutes: policy.intervalMinutes, ...calls, needed, rostered, missing },
      };
    });
    const gaps = intervals.map(({ startAt, view }) => ({
      startAt,
      minutes: view.minutes,
      missing: view.missing,
    }));
    const limits = { mostOvertimeMinutes: policy.mostOvertimeMinutes, leastRestMinutes };
    const plan = planOvertime(gaps, candidatesOf(ofDay, shifts, at), limits);
    const names = await this.namesOf(plan.overtime.map(({ staffNumber }) => staffNumber));
    const sum = (counts: readonly number[]) => counts.reduce((all, count) => all + count, 0);
    return {
      date,
      at: at.toISOString(),
      factor: rounded(replanFactor(actual, forecast)),
      intervals: intervals.map(({ view }) => view),
      overtime: plan.overtime.map(({ staffNumber, from, to }) => ({
        staffNumber,
        staffName: names.get(staffNumber),
        from: from.toISOString(),
        to: to.toISOString(),
      })),
      missingBefore: sum(gaps.map(({ missing }) => missing)),
      missingAfter: sum(plan.missing),
    };
  }

  private async slotsOf(date: LocalDate, at: Date, policy: StaffingPolicy) {
    const forecasts = await this.forecasts.latest(date, date);
    if (forecasts.length === 0) {
      const message = `No queue has a forecast of ${date}; forecast the day first.`;
      throw new DomainError(STAFFING_ERRORS.forecastNotFound, message, { field: 'at' });
    }
    const now = Math.floor(minuteOfDayAt(at) / policy.intervalMinutes) * policy.intervalMinutes;
    const slots = new Map<number, Slot>();
    const sums = { actual: 0, forecast: 0 };
    for (const forecast of forecasts) await this.addQueue(forecast, date, now, policy, slots, sums);
    return { slots: [...slots.values()].sort((one, other) => one.minute - other.minute), ...sums };
  }

  private async addQueue(
    { queue, intervals, intervalMinutes }: Forecast,
    date: LocalDate,
    now: number,
    policy: StaffingPolicy,
    slots: Map<number, Slot>,
    sums: { actual: number; forecast: number },
  ): Promise<void> {
    const past = await this.history.intervals(queue, instantAt(date, 0), instantAt(date, now));
    const actual = past.reduce((sum, { calls }) => sum + calls, 0);
    const soFar = intervals.filter(({ minute }) => minute < now).reduce((sum, { calls }) => sum + calls, 0);
    const factor = past.length > 0 ? replanFactor(actual, soFar) : 1;
    sums.actual += past.length > 0 ? actual : soFar;
    sums.forecast += soFar;
    // What a forecast of other intervals says of one is its share by length.
    const share = policy.intervalMinutes / intervalMinutes;
    for (let minute = now; minute < 1440; minute += policy.intervalMinutes) {
      const covering = intervals.filter(
        (each) => each.minute < minute + policy.intervalMinutes && minute < each.minute + intervalMinutes,
      );
      if (covering.length === 0) continue;
      const calls = covering.reduce((sum, each) => sum + each.calls, 0) * Math.min(1, share);
      const handlingSeconds = covering.reduce((sum, each) => sum + each.handlingSeconds, 0) / covering.length;
      const slot = slots.get(minute) ?? { minute, forecast: 0, expected: 0, agents: [] };
      slot.forecast += calls;
      slot.expected += calls * factor;
      const demand = { calls: calls * factor, handlingSeconds, intervalMinutes: policy.intervalMinutes };
      slot.agents.push(agentsFor(demand, policy));
      slots.set(minute, slot);
    }
  }

  /** Of agents, from yesterday's nights to tomorrow's next shifts. */
  private async shiftsAround(date: LocalDate): Promise<readonly RosterEntry[]> {
    const entries = await this.entries.between(addDays(date, -1), addDays(date, 2));
    const members = await this.staff.list({ workedBetween: { from: date, to: date }, roleKind: 'agent' });
    const agents = new Set(members.map(({ staffNumber }) => staffNumber));
    return entries.filter(({ staffNumber }) => agents.has(staffNumber));
  }

  private async namesOf(staffNumbers: readonly string[]): Promise<Map<string, string>> {
    const members: readonly StaffMember[] =
      staffNumbers.length > 0 ? await this.staff.list({ staffNumbers }) : [];
    return new Map(members.map(({ staffNumber, name }) => [staffNumber, name]));
  }
}

function isThere(
  { startAt, endAt, breaks }: RosterEntry,
  from: Date,
  to: Date,
  longBreakMinutes: number,
): boolean {
  const away = breaks.some(
    (pause) =>
      pause.endAt.getTime() - pause.startAt.getTime() >= longBreakMinutes * 60_000 &&
      pause.startAt < to &&
      from < pause.endAt,
  );
  return startAt <= from && to <= endAt && !away;
}

/** Who is at work or still comes today, with the shift behind it. */
function candidatesOf(
  working: readonly RosterEntry[],
  shifts: readonly RosterEntry[],
  at: Date,
): OvertimeCandidate[] {
  const date = localDateAt(at);
  return working
    .filter(({ workDate, endAt }) => workDate === date && endAt > at)
    .map(({ staffNumber, endAt }) => {
      const next = shifts
        .filter((shift) => shift.staffNumber === staffNumber && shift.startAt >= endAt)
        .sort((one, other) => one.startAt.getTime() - other.startAt.getTime())[0];
      return { staffNumber, endAt, ...(next && { nextStartAt: next.startAt }) };
    });
}

const rounded = (value: number): number => Math.round(value * 100) / 100;
