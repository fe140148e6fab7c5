import { operation } from '../../kernel/contract';
import { Id, OneOf, OptionalFlag, OptionalId, OptionalOneOf, RequiredText } from '../../kernel/fields';
import { PageOf } from '../../kernel/paging';
import { OptionalStaffNumber } from '../staff/staff-fields';
import { ACTION_STATES, type ActionState, MEETING_ERRORS, MeetingActionView } from './meeting.view';
import { WORKPLACE_ERRORS } from './members';
import { OrderedPageRequest } from './workplace-fields';

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
