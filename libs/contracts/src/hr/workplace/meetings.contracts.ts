import { operation } from '../../kernel/contract';
import { Day, Id, ListOf, OptionalDay, OptionalOneOf, RequiredText } from '../../kernel/fields';
import { PageOf } from '../../kernel/paging';
import {
  OptionalOrganisationCode,
  OptionalStaffNumber,
  StaffNumber,
  StaffNumbers,
} from '../staff/staff-fields';
import {
  MEETING_ERRORS,
  MEETING_KIND_WORDS,
  MEETING_STATES,
  MeetingDecision,
  MeetingFields,
  type MeetingKindWord,
  type MeetingState,
  MeetingView,
} from './meeting.view';
import { WORKPLACE_ERRORS } from './members';
import { OrderedPageRequest } from './workplace-fields';

export class PlanMeetingRequest extends MeetingFields {
  @StaffNumbers('Who is asked to come, by staff number', 500)
  attendees: string[];
}

export const PlanMeeting = operation({
  subject: 'hr.command.plan-meeting.v1',
  request: PlanMeetingRequest,
  reply: MeetingView,
  errors: [WORKPLACE_ERRORS.unknownStaff],
});

export class NewMeetingAction {
  @RequiredText('What is to be done', 1000)
  text: string;

  @StaffNumber('Who does it')
  ownerNumber: string;

  @Day('Until when')
  dueOn: string;
}

export class MeetingMinutes {
  @RequiredText('What was said', 50_000)
  notes: string;

  @StaffNumbers('Who came, by staff number; others than those asked too', 500)
  attended: string[];

  @ListOf('What was decided, in order', () => MeetingDecision, 100)
  decisions: MeetingDecision[];

  @ListOf('What is to be done, by whom and until when', () => NewMeetingAction, 100)
  actions: NewMeetingAction[];
}

export class MeetingReference {
  @Id('Id of the meeting')
  meetingId: string;
}

export class RecordMinutesRequest extends MeetingMinutes {
  @Id('Id of the meeting')
  meetingId: string;
}

export const RecordMinutes = operation({
  subject: 'hr.command.record-minutes.v1',
  request: RecordMinutesRequest,
  reply: MeetingView,
  errors: [
    MEETING_ERRORS.notFound,
    MEETING_ERRORS.notInState,
    MEETING_ERRORS.notBegun,
    WORKPLACE_ERRORS.unknownStaff,
  ],
});

export const CancelMeeting = operation({
  subject: 'hr.command.cancel-meeting.v1',
  request: MeetingReference,
  reply: MeetingView,
  errors: [MEETING_ERRORS.notFound, MEETING_ERRORS.notInState],
});

export const GetMeeting = operation({
  subject: 'hr.query.meeting.v1',
  request: MeetingReference,
  reply: MeetingView,
  errors: [MEETING_ERRORS.notFound],
});

export class OwnMeetingsRequest extends OrderedPageRequest {
  @OptionalOneOf('Only of this type', MEETING_KIND_WORDS)
  kind?: MeetingKindWord;

  @OptionalOneOf('Only those that stand so', MEETING_STATES)
  state?: MeetingState;

  @OptionalDay('On this day or later')
  from?: string;

  @OptionalDay('On this day or earlier')
  to?: string;
}

export class ListMeetingsRequest extends OwnMeetingsRequest {
  @OptionalOrganisationCode('Only of this group', 'telephone')
  groupCode?: string;

  @OptionalStaffNumber('Only chaired by this member of staff')
  chairNumber?: string;
}

export class MeetingPage extends PageOf(MeetingView) {}

export const ListMeetings = operation({
  subject: 'hr.query.meetings.v1',
  request: ListMeetingsRequest,
  reply: MeetingPage,
});

/** Those that who asks is asked to come to. */
export const ListOwnMeetings = operation({
  subject: 'hr.query.own-meetings.v1',
  request: OwnMeetingsRequest,
  reply: MeetingPage,
  errors: [WORKPLACE_ERRORS.notStaff],
});
