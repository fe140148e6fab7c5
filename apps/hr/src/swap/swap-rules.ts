import { Inject, Injectable } from '@nestjs/common';
import {
  addDays,
  type LocalDate,
  localDateAt,
  problemsOfSwap,
  scheduleProblems,
  type SwapParty,
  type SwapLimits,
  type SwapProblem,
} from '@switchyard/domain';
import { CLOCK, type Clock } from '@switchyard/platform';
import { LeaveDays } from '../leave/leave-days.port';
import { Policies } from '../policy/policies';
import { RosterEntries, type RosterEntry } from '../roster/roster-entries.port';
import { StaffDirectory } from '../staff/staff-directory.port';
import { shiftGone, swapRefused } from './swap-errors';
import { Swaps } from './swaps.port';

export interface SwapIntent {
  /** Of itself it takes no count of. */
  readonly swapId: string;
  readonly requester: string;
  readonly partner: string;
  readonly given: readonly RosterEntry[];
  readonly taken: readonly RosterEntry[];
  /** The day on which it was asked for. */
  readonly appliedOn: LocalDate;
}

/** Days around shifts in which rest and order of shifts are looked at. */
const AROUND = 7;

/** What speaks against a swap as the roster, leave and other swaps are now; to be asked with both people locked. */
@Injectable()
export class SwapRules {
  constructor(
    private readonly staff: StaffDirectory,
    private readonly roster: RosterEntries,
    private readonly leave: LeaveDays,
    private readonly swaps: Swaps,
    private readonly policies: Policies,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async policy(): Promise<SwapLimits> {
    const now = this.clock.now();
    const { leastRestMinutes } = await this.policies.inForce('roster', now);
    return { ...(await this.policies.inForce('swap', now)), restMinutes: leastRestMinutes };
  }

  /** Shifts as published, locked, in the order of their start. @throws DomainError `swap-shift.not-found` */
  async lockShifts(field: string, ids: readonly string[]): Promise<RosterEntry[]> {
    const entries = ids.length === 0 ? [] : await this.roster.lockOf(ids);
    if (entries.length !== ids.length) throw shiftGone(field);
    return [...entries].sort((one, other) => one.startAt.getTime() - other.startAt.getTime());
  }

  /** @throws DomainError of `swapRefused` */
  async assertPossible(intent: SwapIntent): Promise<void> {
    const { swapId, requester, partner, given, taken, appliedOn } = intent;
    const policy = await this.policy();
    const counts = await this.swaps.countsOf(requester, swapId);
    const problems = problemsOfSwap(
      {
        ...(await this.parties(requester, partner, [...given, ...taken])),
        given,
        taken,
        appliedOn,
        now: this.clock.now(),
        singlesOf: (month) => counts.filter((one) => one.kind === 'single' && one.month === month).length,
        pairsOf: (year) => counts.filter((one) => one.kind === 'pair' && one.month.startsWith(year)).length,
      },
      policy,
    );
    if (problems.length > 0) throw swapRefused(problems, policy);
  }

  /** For shifts in return alone. Who is late with it works it late. @throws DomainError of `swapRefused` */
  async assertReturnPossible(
    { requester, partner, taken }: SwapIntent,
    givenCount: number,
    due: LocalDate,
  ): Promise<void> {
    const policy = await this.policy();
    const now = this.clock.now();
    const parties = await this.parties(requester, partner, taken);
    const isDue = localDateAt(now) <= due;
    const problems: SwapProblem[] = [
      ...(taken.length === givenCount ? [] : [{ kind: 'counts-differ' as const, about: String(givenCount) }]),
      ...taken
        .filter(({ staffNumber }) => staffNumber !== partner)
        .map(({ workDate }) => ({ kind: 'not-partners' as const, about: workDate })),
      ...taken
        .filter(({ startAt }) => startAt <= now)
        .map(({ workDate }) => ({ kind: 'begun' as const, about: workDate })),
      ...taken
        .filter(({ workDate }) => isDue && workDate > due)
        .map(() => ({ kind: 'repaid-too-late' as const, about: due })),
      ...scheduleProblems(parties.partner, taken, [], policy),
      ...scheduleProblems(parties.requester, [], taken, policy),
    ];
    if (problems.length > 0) throw swapRefused(problems, policy);
  }

  private async parties(requester: string, partner: string, shifts: readonly RosterEntry[]) {
    const dates = shifts.map(({ workDate }) => workDate).sort();
    const today = localDateAt(this.clock.now());
    const from = addDays(dates[0] ?? today, -AROUND);
    const to = addDays(dates.at(-1) ?? today, AROUND);
    return {
      requester: await this.party(requester, from, to),
      partner: await this.party(partner, from, to),
    };
  }

  private async party(staffNumber: string, from: LocalDate, to: LocalDate): Promise<SwapParty> {
    const member = await this.staff.find(staffNumber);
    const leave = await this.leave.between(from, to, [staffNumber]);
    return {
      staffNumber,
      roleKind: member?.roleKind ?? '',
      active: member?.status === 'active',
      shifts: await this.roster.of(staffNumber, from, to),
      leaveDates: new Set(leave.map(({ date }) => date)),
    };
  }
}
