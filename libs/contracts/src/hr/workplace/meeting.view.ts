import {
  Day,
  Flag,
  Id,
  Instant,
  ListOf,
  OneOf,
  OptionalFlag,
  OptionalInstant,
  OptionalText,
  RequiredText,
  Whole,
} from '../../kernel/fields';
import { OptionalOrganisationCode, StaffNumber } from '../staff/staff-fields';

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
