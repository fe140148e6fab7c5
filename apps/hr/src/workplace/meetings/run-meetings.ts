import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import {
  MEETING_ERRORS,
  type PlanMeetingRequest,
  type RecordMinutesRequest,
  type RequestContext,
} from '@switchyard/contracts';
import type { LocalDate } from '@switchyard/domain';
import { CLOCK, type Clock, DomainError, UnitOfWork } from '@switchyard/platform';
import { Members } from '../common/members';
import { type Meeting, Meetings, type NewMeeting } from './meetings.port';

/** Meetings are planned, held and written down, or called off. */
@Injectable()
export class RunMeetings {
  constructor(
    private readonly meetings: Meetings,
    private readonly members: Members,
    private readonly work: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError `workplace.unknown-staff` */
  async plan(request: PlanMeetingRequest, context: RequestContext): Promise<Meeting> {
    const { attendees, startsAt, ...fields } = request;
    await this.members.known(fields.chairNumber, 'chairNumber');
    await this.members.allKnown(attendees, 'attendees');
    const meeting: NewMeeting = {
      ...fields,
      id: randomUUID(),
      startsAt: new Date(startsAt),
      createdAt: this.clock.now(),
      createdBy: await this.members.nameOf(context),
    };
    await this.meetings.add(meeting, attendees);
    return this.meeting(meeting.id);
  }

  /**
   * @throws DomainError `meeting.not-found`, `meeting.not-allowed-in-state`, `meeting.not-begun`, `workplace.unknown-staff`
   */
  async record(request: RecordMinutesRequest, context: RequestContext): Promise<Meeting> {
    const { meetingId, notes, attended, decisions, actions } = request;
    await this.members.allKnown(attended, 'attended');
    const owners = [...new Set(actions.map(({ ownerNumber }) => ownerNumber))];
    await this.members.allKnown(owners, 'actions.ownerNumber');
    const by = await this.members.nameOf(context);
    const at = this.clock.now();
    return this.work.inTransaction(async () => {
      const { startsAt } = await this.planned(meetingId);
      if (startsAt > at) {
        throw new DomainError(
          MEETING_ERRORS.notBegun,
          `The meeting begins at ${startsAt.toISOString()}; its minutes are written from then on.`,
          { meetingId },
        );
      }
      await this.meetings.record(meetingId, {
        notes,
        attended,
        decisions: decisions.map(({ text }) => text),
        actions: actions.map((action) => ({ ...action, dueOn: action.dueOn as LocalDate })),
        at,
        by,
      });
      return this.meeting(meetingId);
    });
  }

  /** @throws DomainError `meeting.not-found`, `meeting.not-allowed-in-state` */
  cancel(meetingId: string): Promise<Meeting> {
    return this.work.inTransaction(async () => {
      await this.planned(meetingId);
      await this.meetings.cancel(meetingId);
      return this.meeting(meetingId);
    });
  }

  /** @throws DomainError `meeting.not-found` */
  async meeting(meetingId: string): Promise<Meeting> {
    const meeting = await this.meetings.find(meetingId);
    if (!meeting) throw meetingNotFound(meetingId);
    return meeting;
  }

  private async planned(meetingId: string): Promise<Meeting> {
    const meeting = await this.meetings.lock(meetingId);
    if (!meeting) throw meetingNotFound(meetingId);
    if (meeting.state === 'planned') return meeting;
    throw new DomainError(MEETING_ERRORS.notInState, `The meeting is ${meeting.state}.`, {
      meetingId,
      state: meeting.state,
    });
  }
}

const meetingNotFound = (meetingId: string): DomainError =>
  new DomainError(MEETING_ERRORS.notFound, `There is no meeting ${meetingId}.`, { meetingId });
