import { randomUUID } from 'node:crypto';
import { Controller, Inject } from '@nestjs/common';
import {
  ATTENDANCE_ERRORS,
  ListSickCalls,
  ListSickCallsRequest,
  RecordSickCall,
  RecordSickCallRequest,
  type RequestContext,
  type SickCallPage,
  type SickCallView,
} from '@switchyard/contracts';
import { localDate, sickCallBefore } from '@switchyard/domain';
import { CLOCK, type Clock, DomainError, Handles } from '@switchyard/platform';
import { Policies } from '../../policy/policies';
import { RosterEntries } from '../../roster/roster-entries.port';
import { People } from '../people/people';
import { type SickCall, SickCalls } from '../sick-calls.port';

@Controller()
export class SickCallsHandler {
  constructor(
    private readonly people: People,
    private readonly calls: SickCalls,
    private readonly roster: RosterEntries,
    private readonly policies: Policies,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Handles(RecordSickCall)
  async record(request: RecordSickCallRequest, context: RequestContext): Promise<SickCallView> {
    const { staffNumber, name } = await (request.staffNumber === undefined
      ? this.people.self(context)
      : this.people.inSight(request.staffNumber, context));
    const workDate = localDate(request.workDate);
    const now = this.clock.now();
    const calledAt = request.calledAt === undefined ? now : new Date(request.calledAt);
    if (calledAt > now) {
      throw new DomainError(ATTENDANCE_ERRORS.punchBadTime, 'A call lies in the past; correct the time.', {
        field: 'calledAt',
      });
    }
    const [shift] = await this.roster.of(staffNumber, workDate, workDate);
    if (!shift) {
      throw new DomainError(
        ATTENDANCE_ERRORS.sickCallNoShift,
        `${staffNumber} has no shift on ${workDate}: there is nothing to call in sick for.`,
        { field: 'workDate', staffNumber, workDate },
      );
    }
    const beforeAt = sickCallBefore(
      workDate,
      shift.templateCode,
      await this.policies.inForce('attendance', now),
    );
    const call = {
      id: randomUUID(),
      staffNumber,
      workDate,
      calledAt,
      beforeAt,
      recordedAt: now,
      recordedBy: context.actor.id,
      ...(request.note !== undefined && { note: request.note }),
    };
    if (await this.calls.add(call)) return toView({ ...call, name });
    throw new DomainError(
      ATTENDANCE_ERRORS.sickCallRecorded,
      `A sick call of ${staffNumber} for ${workDate} is recorded already.`,
      { field: 'workDate', staffNumber, workDate },
    );
  }

  @Handles(ListSickCalls)
  async list(
    { limit = 50, cursor, from, to, inTime, ...asked }: ListSickCallsRequest,
    context: RequestContext,
  ): Promise<SickCallPage> {
    const filter = {
      ...(await this.people.filterOf(asked, context)),
      ...(from !== undefined && { from }),
      ...(to !== undefined && { to }),
      ...(inTime !== undefined && { inTime }),
    };
    const page = await this.calls.list(filter, limit, cursor);
    return { ...page, items: page.items.map(toView) };
  }
}

function toView({ id, calledAt, beforeAt, recordedAt: _, ...facts }: SickCall): SickCallView {
  return {
    ...facts,
    sickCallId: id,
    calledAt: calledAt.toISOString(),
    beforeAt: beforeAt.toISOString(),
    inTime: calledAt < beforeAt,
  };
}
