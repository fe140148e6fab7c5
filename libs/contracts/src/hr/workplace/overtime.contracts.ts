import { operation } from '../../kernel/contract';
import {
  Day,
  Flag,
  Id,
  Instant,
  OneOf,
  OptionalDay,
  OptionalInstant,
  OptionalOneOf,
  OptionalText,
  OptionalWhole,
  RequiredText,
  Whole,
} from '../../kernel/fields';
import { PageOf } from '../../kernel/paging';
import { OrderedPageRequest } from './workplace-fields';
import { OptionalOrganisationCode, OptionalStaffNumber, StaffNumber } from '../staff/staff-fields';
import { WORKPLACE_ERRORS } from './members';

export const OVERTIME_STATE_WORDS = [
  'proposed',
  'consented',
  'refused',
  'approved',
  'declined',
  'worked',
  'withdrawn',
] as const;
export type OvertimeStateWord = (typeof OVERTIME_STATE_WORDS)[number];

/** To clear call-backs (S2 L258), at a peak, in place of somebody, anything else. */
export const OVERTIME_PURPOSES = ['call-backs', 'peak', 'cover', 'other'] as const;
export type OvertimePurpose = (typeof OVERTIME_PURPOSES)[number];

export const OVERTIME_ERRORS = {
  notFound: 'overtime.not-found',
  /** It ends before it begins, or is longer than a day. */
  badSpan: 'overtime.bad-span',
  /** The act does not fit the state; `details.state` tells it. */
  notInState: 'overtime.not-allowed-in-state',
  /** More than a day or a month may hold (policy workplace); `details` says which and how much. */
  overCap: 'overtime.over-cap',
  /** Who proposed it, or is to work, does not approve it. */
  ownRequest: 'overtime.own-request',
  /** Another request of the same person covers part of this time. */
  overlapping: 'overtime.overlapping',
} as const;

export class OvertimeView {
  @Id('Id of the request')
  overtimeId: string;

  @StaffNumber('Who is to work')
  staffNumber: string;

  @OptionalOrganisationCode('Their group when it was proposed', 'telephone')
  groupCode?: string;

  @Day('The day on which it begins')
  workDate: string;

  @Instant('Begin')
  from: string;

  @Instant('End')
  to: string;

  @Whole('Minutes that are planned', 1, 1440)
  minutes: number;

  @OneOf('What it is for', OVERTIME_PURPOSES)
  purpose: OvertimePurpose;

  @RequiredText('Why', 500)
  reason: string;

  @OneOf('Where it stands', OVERTIME_STATE_WORDS)
  state: OvertimeStateWord;

  @Instant('When it was proposed')
  proposedAt: string;

  @RequiredText('Who proposed it', 200)
  proposedBy: string;

  @OptionalInstant('When they consented')
  consentedAt?: string;

  @OptionalInstant('When it was decided')
  decidedAt?: string;

  @OptionalText('Who decided', 200)
  decidedBy?: string;

  @OptionalText('Why so', 500)
  decisionReason?: string;

  @OptionalWhole('Minutes that were worked', 0, 1440)
  workedMinutes?: number;

  @OptionalText('Who wrote them down', 200)
  recordedBy?: string;
}

export class ProposeOvertimeRequest {
  @StaffNumber('Who is to work')
  staffNumber: string;

  @Instant('Begin')
  from: string;

  @Instant('End, at most a day later')
  to: string;

  @OneOf('What it is for', OVERTIME_PURPOSES)
  purpose: OvertimePurpose;

  @RequiredText('Why, e.g. 42 call-backs are open', 500)
  reason: string;
}

export const ProposeOvertime = operation({
  subject: 'hr.command.propose-overtime.v1',
  request: ProposeOvertimeRequest,
  reply: OvertimeView,
  errors: [WORKPLACE_ERRORS.unknownStaff, OVERTIME_ERRORS.badSpan, OVERTIME_ERRORS.overlapping],
});

export class OvertimeReference {
  @Id('Id of the request')
  overtimeId: string;
}

export class OvertimeConsent {
  @Flag('True to consent, false to refuse')
  consent: boolean;
}

export class AnswerOvertimeRequest extends OvertimeConsent {
  @Id('Id of the request')
  overtimeId: string;
}

/** Whom it concerns consents or refuses: nobody else's request is found. */
export const AnswerOvertime = operation({
  subject: 'hr.command.answer-overtime.v1',
  request: AnswerOvertimeRequest,
  reply: OvertimeView,
  errors: [OVERTIME_ERRORS.notFound, OVERTIME_ERRORS.notInState, WORKPLACE_ERRORS.notStaff],
});

export class OvertimeDecision {
  @Flag('True to approve, false to decline')
  approve: boolean;

  @RequiredText('Why', 500)
  reason: string;
}

export class DecideOvertimeRequest extends OvertimeDecision {
  @Id('Id of the request')
  overtimeId: string;
}

export const DecideOvertime = operation({
  subject: 'hr.command.decide-overtime.v1',
  request: DecideOvertimeRequest,
  reply: OvertimeView,
  errors: [
    OVERTIME_ERRORS.notFound,
    OVERTIME_ERRORS.notInState,
    OVERTIME_ERRORS.ownRequest,
    OVERTIME_ERRORS.overCap,
  ],
});

export class WorkedOvertime {
  @Whole('Minutes that were worked', 0, 1440)
  minutes: number;
}

export class RecordOvertimeRequest extends WorkedOvertime {
  @Id('Id of the request')
  overtimeId: string;
}

export const RecordOvertime = operation({
  subject: 'hr.command.record-overtime.v1',
  request: RecordOvertimeRequest,
  reply: OvertimeView,
  errors: [OVERTIME_ERRORS.notFound, OVERTIME_ERRORS.notInState, OVERTIME_ERRORS.ownRequest],
});

export const WithdrawOvertime = operation({
  subject: 'hr.command.withdraw-overtime.v1',
  request: OvertimeReference,
  reply: OvertimeView,
  errors: [OVERTIME_ERRORS.notFound, OVERTIME_ERRORS.notInState],
});

export class OwnOvertimeRequest extends OrderedPageRequest {
  @OptionalOneOf('Only in this state', OVERTIME_STATE_WORDS)
  state?: OvertimeStateWord;

  @OptionalDay('Beginning on this day or later')
  from?: string;

  @OptionalDay('Beginning on this day or earlier')
  to?: string;
}

export class ListOvertimeRequest extends OwnOvertimeRequest {
  @OptionalStaffNumber('Only of this member of staff')
  staffNumber?: string;

  @OptionalOrganisationCode('Only of this group', 'telephone')
  groupCode?: string;

  @OptionalOneOf('Only for this', OVERTIME_PURPOSES)
  purpose?: OvertimePurpose;
}

export class OvertimePage extends PageOf(OvertimeView) {}

export const ListOvertime = operation({
  subject: 'hr.query.overtime.v1',
  request: ListOvertimeRequest,
  reply: OvertimePage,
});

export const ListOwnOvertime = operation({
  subject: 'hr.query.own-overtime.v1',
  request: OwnOvertimeRequest,
  reply: OvertimePage,
  errors: [WORKPLACE_ERRORS.notStaff],
});
