import { Controller, Inject } from '@nestjs/common';
import {
  CancelMeeting,
  GetMeeting,
  ListMeetings,
  ListMeetingsRequest,
  ListOwnMeetings,
  type MeetingPage,
  MeetingReference,
  type MeetingView,
  OwnMeetingsRequest,
  PlanMeeting,
  PlanMeetingRequest,
  RecordMinutes,
  RecordMinutesRequest,
  type RequestContext,
} from '@switchyard/contracts';
import { CLOCK, type Clock, Handles } from '@switchyard/platform';
import { Members } from '../common/members';
import { toMeetingView } from './meeting-views';
import { type Meeting, Meetings } from './meetings.port';
import { RunMeetings } from './run-meetings';

@Controller()
export class MeetingsHandler {
  constructor(
    private readonly meetings: Meetings,
    private readonly running: RunMeetings,
    private readonly members: Members,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Handles(PlanMeeting)
  async plan(request: PlanMeetingRequest, context: RequestContext): Promise<MeetingView> {
    return this.view(await this.running.plan(request, context));
  }

  @Handles(RecordMinutes)
  async record(request: RecordMinutesRequest, context: RequestContext): Promise<MeetingView> {
    return this.view(await this.running.record(request, context));
  }

  @Handles(CancelMeeting)
  async cancel({ meetingId }: MeetingReference): Promise<MeetingView> {
    return this.view(await this.running.cancel(meetingId));
  }

  @Handles(GetMeeting)
  async get({ meetingId }: MeetingReference): Promise<MeetingView> {
    return this.view(await this.running.meeting(meetingId));
  }

  @Handles(ListMeetings)
  async list({ limit, cursor, order, ...filter }: ListMeetingsRequest): Promise<MeetingPage> {
    const page = await this.meetings.list(filter, { limit, cursor, order });
    return { ...page, items: page.items.map((meeting) => this.view(meeting)) };
  }

  @Handles(ListOwnMeetings)
  async own(
    { limit, cursor, order, ...filter }: OwnMeetingsRequest,
    context: RequestContext,
  ): Promise<MeetingPage> {
    const { staffNumber } = await this.members.acting(context);
    const whose = { ...filter, memberNumber: staffNumber };
    const page = await this.meetings.list(whose, { limit, cursor, order });
    return { ...page, items: page.items.map((meeting) => this.view(meeting)) };
  }

  private view(meeting: Meeting): MeetingView {
    return toMeetingView(meeting, this.clock.now());
  }
}
