import { Inject, Injectable } from '@nestjs/common';
import type { CheckLeaveRequest } from '@switchyard/contracts';
import {
  addDays,
  addMonths,
  approvalSteps,
  type ApproverKind,
  EXCUSABLE,
  halfDaysOf,
  isForwards,
  type LeaveDayType,
  type LeaveHalfDay,
  type LeavePolicy,
  type LeaveProblem,
  type LeaveSpan,
  type LocalDate,
  localDate,
  localDateAt,
  problemsOfLeave,
} from '@switchyard/domain';
import { CLOCK, type Clock } from '@switchyard/platform';
import { Policies } from '../../policy/policies';
import type { StaffMember } from '../../staff/staff-directory.port';
import { AnnualBalances } from '../balance/annual-balances';
import { leaveNotFound } from '../leave-errors';
import { LeaveLists } from '../leave-lists.port';
import { type Leave, LeaveRequests } from '../leave-requests.port';
import { DayTypes } from './day-types';

export interface PlannedLeave {
  readonly span: LeaveSpan;
  readonly halfDays: readonly LeaveHalfDay[];
  readonly problems: readonly LeaveProblem[];
  readonly steps: readonly ApproverKind[];
  readonly policy: LeavePolicy;
  readonly extended?: Leave;
}

/** What a leave would be: its days, what speaks against it, and who would have to consent (§10). */
@Injectable()
export class PlanLeave {
  constructor(
    private readonly leaves: LeaveRequests,
    private readonly lists: LeaveLists,
    private readonly dayTypes: DayTypes,
    private readonly balances: AnnualBalances,
    private readonly policies: Policies,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError `leave.not-found` for an extension of what is not the person's */
  async execute(member: StaffMember, request: CheckLeaveRequest): Promise<PlannedLeave> {
    const { kind, fromHalf = 'am', toHalf = 'pm' } = request;
    const span: LeaveSpan = { from: localDate(request.from), fromHalf, to: localDate(request.to), toHalf };
    const now = this.clock.now();
    const policy = await this.policies.inForce('leave', now);
    const extended = await this.extended(request.extensionOf, member);
    const tooLong: LeaveProblem = { kind: 'too-long', about: String(policy.longestDays) };
    const impossible = !isForwards(span) ? ({ kind: 'backwards' } as const) : undefined;
    if (impossible ?? addDays(span.from, policy.longestDays) < span.to)
      return { span, halfDays: [], problems: [impossible ?? tooLong], steps: [], policy };

    const typeOf = await this.dayTypes.of(member.staffNumber, extended?.to ?? span.from, span.to);
    const halfDays = halfDaysOf(span, typeOf, policy.kinds[kind].everyDayCounts);
    const away = await this.lists.away(member.departmentCode, member.staffNumber, span.from, span.to);
    const balanceOf = await this.balances.of([member]);
    const problems = problemsOfLeave(
      {
        kind,
        span,
        halfDays,
        appliedOn: localDateAt(now),
        ...(extended && {
          extends: { kind: extended.kind, to: extended.to, nextDay: nextWorkDay(extended, typeOf) },
        }),
        awayOn: (date) => away.find((day) => day.date === date) ?? { all: 0, annual: 0 },
        annualHalvesLeft: (year) => balanceOf(member, year).leftDays * 2,
        takenBefore:
          policy.kinds[kind].inOnePiece &&
          (await this.lists.hasTaken(
            member.staffNumber,
            kind,
            addMonths(span.from, -12),
            addMonths(span.to, 12),
            extended?.id,
          )),
      },
      policy,
    );
    const halves = halfDays.filter(({ counts }) => counts).length;
    const exception = problems.some((problem) => EXCUSABLE.has(problem.kind));
    const steps =
      halves === 0
        ? []
        : approvalSteps({ kind, halves, extension: extended !== undefined, exception }, policy);
    return { span, halfDays, problems, steps, policy, ...(extended && { extended }) };
  }

  private async extended(
    leaveId: string | undefined,
    { staffNumber }: StaffMember,
  ): Promise<Leave | undefined> {
    if (leaveId === undefined) return undefined;
    const leave = await this.leaves.find(leaveId);
    const goesOn = leave?.state === 'requested' || leave?.state === 'approved';
    if (leave?.staffNumber === staffNumber && goesOn) return leave;
    throw leaveNotFound(leaveId);
  }
}

const LONGEST_GAP_DAYS = 31;

/** The day on which work, and so the extension, would begin; the same day after a morning's leave. */
function nextWorkDay({ to, toHalf }: Leave, typeOf: (date: LocalDate) => LeaveDayType): LocalDate {
  if (toHalf === 'am') return to;
  let day = addDays(to, 1);
  for (let days = 0; days < LONGEST_GAP_DAYS && typeOf(day) !== 'work'; days += 1) day = addDays(day, 1);
  return day;
}
