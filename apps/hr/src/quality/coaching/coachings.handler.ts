import { randomUUID } from 'node:crypto';
import { Controller, Inject } from '@nestjs/common';
import {
  COMMON_ERRORS,
  CoachingBody,
  type CoachingGapPage,
  type CoachingPage,
  type CoachingView,
  ListCoachingGaps,
  ListCoachingGapsRequest,
  ListCoachings,
  ListCoachingsRequest,
  ListOwnCoachings,
  ListOwnCoachingsRequest,
  RecordCoaching,
  type RequestContext,
} from '@switchyard/contracts';
import { addDays, localDate, localDateAt, mondayOf } from '@switchyard/domain';
import {
  CLOCK,
  type Clock,
  CURSOR_PARTS,
  decodeCursor,
  DomainError,
  Handles,
  pageOf,
} from '@switchyard/platform';
import { Policies } from '../../policy/policies';
import { StaffDirectory } from '../../staff/staff-directory.port';
import { ownCall } from '../evaluation/judged-call';
import { planNotFound } from '../improvement/plan-views';
import { ImprovementPlans } from '../improvement/plans.port';
import { staffUnknown } from '../quality-errors';
import { QualityScope } from '../quality-scope';
import { type Coaching, Coachings } from './coachings.port';

@Controller()
export class CoachingsHandler {
  constructor(
    private readonly coachings: Coachings,
    private readonly plans: ImprovementPlans,
    private readonly staff: StaffDirectory,
    private readonly policies: Policies,
    private readonly scope: QualityScope,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Handles(RecordCoaching)
  async record(request: CoachingBody, { actor }: RequestContext): Promise<CoachingView> {
    const now = this.clock.now();
    const { staffNumber, recordingId, ownHeardFirst, topics, agreed, planId } = request;
    const heldAt = new Date(request.heldAt);
    if (heldAt > now) throw future(now);
    const member = await this.staff.find(staffNumber);
    if (!member || member.status === 'left') throw staffUnknown(staffNumber);
    await this.scope.assertSees(actor, member.groupCode);
    if (member.accountId === actor.id) throw ownCall();
    if (planId !== undefined && (await this.plans.find(planId))?.staffNumber !== staffNumber)
      throw planNotFound(planId);
    const { coachingMinutes } = await this.policies.inForce('quality', heldAt);
    const coaching: Coaching = {
      id: randomUUID(),
      staffNumber,
      groupCode: member.groupCode,
      heldAt,
      heldDay: localDateAt(heldAt),
      minutes: request.minutes ?? coachingMinutes,
      recordingId,
      ownHeardFirst,
      topics,
      agreed,
      planId,
      coachedBy: actor.id,
      recordedAt: now,
    };
    await this.coachings.add(coaching);
    return toView(coaching);
  }

  @Handles(ListCoachings)
  async list(request: ListCoachingsRequest, { actor }: RequestContext): Promise<CoachingPage> {
    const { limit = 50, cursor, ...filter } = request;
    const groups = await this.scope.groupsOf(actor);
    const page = await this.coachings.list({ ...filter, groups }, limit, cursor);
    return { ...page, items: page.items.map(toView) };
  }

  @Handles(ListOwnCoachings)
  async own(
    { limit = 50, cursor }: ListOwnCoachingsRequest,
    { actor }: RequestContext,
  ): Promise<CoachingPage> {
    const { staffNumber } = await this.scope.self(actor);
    const page = await this.coachings.list({ staffNumber }, limit, cursor);
    return { ...page, items: page.items.map(toView) };
  }

  @Handles(ListCoachingGaps)
  async gaps(request: ListCoachingGapsRequest, { actor }: RequestContext): Promise<CoachingGapPage> {
    const { week, groupCode, limit = 50, cursor } = request;
    const [after = ''] = cursor === undefined ? [] : decodeCursor(cursor, CURSOR_PARTS.text);
    const monday = mondayOf(localDate(week));
    const sunday = addDays(monday, 6);
    const groups = await this.scope.groupsOf(actor);
    const { coachingMinutes } = await this.policies.inForce('quality', this.clock.now());
    const held = await this.coachings.minutes(monday, sunday);
    const agents = await this.staff.list({
      roleKind: 'agent',
      status: 'active',
      workedBetween: { from: monday, to: sunday },
      ...(groupCode !== undefined && { groupCode }),
    });
    const rows = agents
      .filter((agent) => !groups || (agent.groupCode !== undefined && groups.includes(agent.groupCode)))
      .map(({ staffNumber, name, groupCode: group, leaderNumber }) => {
        const minutes = held.get(staffNumber) ?? 0;
        return {
          staffNumber,
          name,
          groupCode: group,
          leaderNumber,
          minutes,
          missing: coachingMinutes - minutes,
        };
      })
      .filter(({ staffNumber, missing }) => missing > 0 && staffNumber > after);
    return pageOf(rows, limit, ({ staffNumber }) => [staffNumber]);
  }
}

function toView({ id, heldAt, heldDay: _day, recordedAt, ...coaching }: Coaching): CoachingView {
  return { ...coaching, coachingId: id, heldAt: heldAt.toISOString(), recordedAt: recordedAt.toISOString() };
}

function future(now: Date): DomainError {
  return new DomainError(COMMON_ERRORS.invalid, 'Write a coaching down after it was held.', {
    fields: [{ field: 'heldAt', problems: [`must not lie behind ${now.toISOString()}`] }],
  });
}
