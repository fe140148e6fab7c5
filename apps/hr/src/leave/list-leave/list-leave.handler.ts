import { Controller, Inject } from '@nestjs/common';
import {
  GetLeave,
  GetLeaveRequest,
  type LeaveDayPage,
  type LeaveDetails,
  type LeavePage,
  ListLeaveDays,
  ListLeaveDaysRequest,
  ListLeaves,
  ListLeavesRequest,
  type RequestContext,
} from '@switchyard/contracts';
import { APPROVER_KINDS, type ApproverKind, type LeavePolicy, localDateAt } from '@switchyard/domain';
import { CLOCK, type Clock, Handles } from '@switchyard/platform';
import { People } from '../../attendance/people/people';
import { Policies } from '../../policy/policies';
import { Approvers } from '../decide-leave/approvers';
import { LeaveLists } from '../leave-lists.port';
import type { Leave } from '../leave-requests.port';
import { LeaveSight } from '../leave-sight';
import { missingPapers, toLeaveView } from '../leave-views';

@Controller()
export class ListLeaveHandler {
  constructor(
    private readonly lists: LeaveLists,
    private readonly people: People,
    private readonly approvers: Approvers,
    private readonly sight: LeaveSight,
    private readonly policies: Policies,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Handles(GetLeave)
  async get(request: GetLeaveRequest, context: RequestContext): Promise<LeaveDetails> {
    const leave = await this.sight.find(request, context);
    const policy = await this.policies.inForce('leave', this.clock.now());
    const step = nextStep(leave);
    const decidersOf = await this.approvers.today();
    const history = await this.lists.history(leave.id);
    return {
      ...toLeaveView(leave, policy),
      halfDays: [...(await this.lists.halfDays(leave.id))],
      history: history.map(({ at, ...event }) => ({ ...event, at: at.toISOString() })),
      deciders: step ? [...decidersOf(step, leave).staffNumbers] : [],
    };
  }

  @Handles(ListLeaves)
  async list(
    { limit = 50, cursor, ...asked }: ListLeavesRequest,
    context: RequestContext,
  ): Promise<LeavePage> {
    const { kind, state, from, to, papersOverdue, waitingForMe, cancelAsked, ...people } = asked;
    const now = this.clock.now();
    const policy = await this.policies.inForce('leave', now);
    const me = waitingForMe === true ? await this.people.self(context) : undefined;
    const filter = {
      ...(await this.people.filterOf(people, context)),
      kind,
      state,
      from,
      to,
      cancelAsked,
      ...(papersOverdue === true && { papersDueBefore: localDateAt(now) }),
      ...(me && { waitingFor: kindsDecidedBy(me.roleKind, policy) }),
    };
    const decidersOf = me ? await this.approvers.today() : undefined;
    const isWanted = (leave: Leave): boolean => {
      if (papersOverdue === true && missingPapers(leave, policy).length === 0) return false;
      const step = nextStep(leave);
      return (
        !me ||
        (step !== undefined && decidersOf?.(step, leave).staffNumbers.includes(me.staffNumber) === true)
      );
    };
    const page = await this.lists.list(filter, limit, cursor, isWanted);
    return { ...page, items: page.items.map((leave) => toLeaveView(leave, policy)) };
  }

  @Handles(ListLeaveDays)
  async days(
    { limit = 50, cursor, from, to, ...asked }: ListLeaveDaysRequest,
    context: RequestContext,
  ): Promise<LeaveDayPage> {
    const filter = await this.people.filterOf(asked, context);
    const page = await this.lists.daysBetween(from, to, filter, limit, cursor);
    return { ...page, items: [...page.items] };
  }
}

/** Whose decision is waited for: of the next step, or of the last when it is asked to be cancelled. */
function nextStep({ state, steps, cancelFrom }: Leave): ApproverKind | undefined {
  if (state === 'requested') return steps.find((step) => step.state === 'waiting')?.approverKind;
  return cancelFrom === undefined ? undefined : steps.at(-1)?.approverKind;
}

/** Steps that a post may decide, its own and those for which it stands in. */
function kindsDecidedBy(roleKind: string, { alternates }: LeavePolicy): ApproverKind[] {
  return APPROVER_KINDS.filter(
    (kind) => kind === roleKind || alternates[kind].some((other) => other === roleKind),
  );
}
