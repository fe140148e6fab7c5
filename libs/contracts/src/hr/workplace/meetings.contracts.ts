import { operation } from '../../kernel/contract';
import {
  Day,
  Flag,
  Id,
  Instant,
  ListOf,
  OneOf,
  OptionalDay,
  OptionalFlag,
  OptionalId,
  OptionalInstant,
  OptionalOneOf,
  OptionalText,
  RequiredText,
  Whole,
} from '../../kernel/fields';
import { PageOf } from '../../kernel/paging';
import {
  OptionalOrganisationCode,
  OptionalStaffNumber,
  StaffNumber,
  StaffNumbers,
} from '../staff/staff-fields';
import { OrderedPageRequest } from './workplace-fields';
import { WORKPLACE_ERRORS } from './members';

/** Daily, 8:30 and fortnightly meetings are types of their own (C24). */
export const MEETING_KIND_WORDS = [
  'daily',
  'sunrise',
  'fortnightly',
  'monthly',
  'quarterly',
  'coaching',
  'other',
] as const;
export type MeetingKindWord = (typeof MEETING_KIND_WORDS)[number];

export const MEETING_STATES = ['planned', 'held', 'cancelled'] as const;
export type MeetingState = (typeof MEETING_STATES)[number];

export const ACTION_STATES = ['open', 'done', 'dropped'] as const;
export type ActionState = (typeof ACTION_STATES)[number];

export const MEETING_ERRORS = {
  notFound: 'meeting.not-found',
  /** It was cancelled, or its minutes are there already. */
  notInState: 'meeting.not-allowed-in-state',
  /** Minutes of a meeting that has not begun. */
  notBegun: 'meeting.not-begun',
  actionNotFound: 'meeting-action.not-found',
  actionSettled: 'meeting-action.already-settled',
} as const;

export class MeetingAttendee {
  @StaffNumber()
  staffNumber: string;

  @OptionalFlag('Whether they came; absent until the minutes are written')
  attended?: boolean;
}

export class MeetingActionView {
  @Id('Id of the action')
  actionId: string;

  @Id('Meeting that it was agreed in')
  meetingId: string;

  @OneOf('Kind of that meeting', MEETING_KIND_WORDS)
  kind: MeetingKindWord;

  @RequiredText('What is to be done', 1000)
  text: string;

  @StaffNumber('Who does it')
  ownerNumber: string;

  @Day('Until when')
  dueOn: string;

  @OneOf('Where it stands', ACTION_STATES)
  state: ActionState;

  @Flag('Open past its day')
  overdue: boolean;

  @OptionalInstant('When it was settled')
  settledAt?: string;

  @OptionalText('Who settled it', 200)
  settledBy?: string;

  @OptionalText('What came of it', 2000)
  result?: string;
}

export class MeetingDecision {
  @RequiredText('What was decided', 2000)
  text: string;
}

export class MeetingFields {
  @OneOf('Type', MEETING_KIND_WORDS)
  kind: MeetingKindWord;

  @RequiredText('Heading', 200)
  title: string;

  @Instant('Begin')
  startsAt: string;

  @Whole('Length in minutes', 1, 1440)
  minutes: number;

  @OptionalOrganisationCode('Group whose meeting it is', 'telephone')
  groupCode?: string;

  @StaffNumber('Who chairs it')
  chairNumber: string;

  @OptionalText('What is to be talked about', 10_000)
  agenda?: string;
}

export class MeetingView extends MeetingFields {
  @Id('Id of the meeting')
  meetingId: string;

  @OneOf('Where it stands', MEETING_STATES)
  state: MeetingState;

  @OptionalText('What was said', 50_000)
  notes?: string;

  @ListOf('Who is asked to come', () => MeetingAttendee)
  attendees: MeetingAttendee[];

  @ListOf('What was decided, in order', () => MeetingDecision)
  decisions: MeetingDecision[];

  @ListOf('What is to be done', () => MeetingActionView)
  actions: MeetingActionView[];

  @OptionalInstant('When the minutes were written')
  recordedAt?: string;

  @OptionalText('Who wrote them', 200)
  recordedBy?: string;
}

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

export class OwnActionsRequest extends OrderedPageRequest {
  @OptionalOneOf('Only those that stand so', ACTION_STATES)
  state?: ActionState;

  @OptionalFlag('Only those open past their day, or others')
  overdue?: boolean;
}

export class ListActionsRequest extends OwnActionsRequest {
  @OptionalStaffNumber('Only of this member of staff')
  ownerNumber?: string;

  @OptionalId('Only of this meeting')
  meetingId?: string;
}

export class MeetingActionPage extends PageOf(MeetingActionView) {}

export const ListActions = operation({
  subject: 'hr.query.meeting-actions.v1',
  request: ListActionsRequest,
  reply: MeetingActionPage,
});

export const ListOwnActions = operation({
  subject: 'hr.query.own-meeting-actions.v1',
  request: OwnActionsRequest,
  reply: MeetingActionPage,
  errors: [WORKPLACE_ERRORS.notStaff],
});

export class ActionReference {
  @Id('Id of the action')
  actionId: string;
}

export class ActionResult {
  @OneOf('Done, or dropped', ['done', 'dropped'])
  state: 'done' | 'dropped';

  @RequiredText('What came of it', 2000)
  result: string;
}

export class SettleActionRequest extends ActionResult {
  @Id('Id of the action')
  actionId: string;
}

/** Under /me only one's own. */
export const SettleAction = operation({
  subject: 'hr.command.settle-meeting-action.v1',
  request: SettleActionRequest,
  reply: MeetingActionView,
  errors: [MEETING_ERRORS.actionNotFound, MEETING_ERRORS.actionSettled],
});

export const SettleOwnAction = operation({
  subject: 'hr.command.settle-own-meeting-action.v1',
  request: SettleActionRequest,
  reply: MeetingActionView,
  errors: [MEETING_ERRORS.actionNotFound, MEETING_ERRORS.actionSettled, WORKPLACE_ERRORS.notStaff],
});
