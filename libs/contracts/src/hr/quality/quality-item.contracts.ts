import { operation } from '../../kernel/contract';
import {
  Day,
  Flag,
  Id,
  Instant,
  OneOf,
  OptionalDay,
  OptionalFlag,
  OptionalId,
  OptionalInstant,
  OptionalOneOf,
  OptionalText,
  RequiredText,
} from '../../kernel/fields';
import { PageOf, PageRequest } from '../../kernel/paging';
import { OptionalStaffNumber, StaffNumber } from '../staff/staff-fields';
import { QUALITY_ERRORS } from './errors';
import { QualityFrameCall } from './sample.contracts';
import {
  QUALITY_DRAW_REASONS,
  QUALITY_ITEM_STATES,
  type QualityDrawReason,
  type QualityItemState,
} from './words';

export class QualityItemReference {
  @Id('The drawn call')
  itemId: string;
}

export class QualityItemView extends QualityFrameCall {
  @Id('The drawn call')
  itemId: string;

  @Day('Day of the draw')
  day: string;

  @OneOf('Why it was drawn', QUALITY_DRAW_REASONS)
  reason: QualityDrawReason;

  @RequiredText('Post, part of the day and hour', 100)
  stratum: string;

  @OptionalStaffNumber('Who is to judge it; absent while there is nobody')
  inspector?: string;

  @Instant('Until when it is to be judged')
  dueAt: string;

  @OneOf('State', QUALITY_ITEM_STATES)
  state: QualityItemState;

  @Flag('Open after its time')
  overdue: boolean;

  @OptionalText('Why it cannot be judged', 200)
  goneReason?: string;

  @OptionalInstant('When it was judged')
  closedAt?: string;

  @OptionalId('Its evaluation')
  evaluationId?: string;
}

export class ListQualityItemsRequest extends PageRequest {
  @OptionalDay('Calls from this day on')
  from?: string;

  @OptionalDay('Calls until this day, included')
  to?: string;

  @OptionalStaffNumber('Only calls of this person')
  staffNumber?: string;

  @OptionalText('Only of this group', 40)
  groupCode?: string;

  @OptionalStaffNumber('Only of this inspector')
  inspector?: string;

  @OptionalOneOf('Only in this state', QUALITY_ITEM_STATES)
  state?: QualityItemState;

  @OptionalOneOf('Only drawn for this reason', QUALITY_DRAW_REASONS)
  reason?: QualityDrawReason;

  @OptionalFlag('Only those that are, or are not, open after their time')
  overdue?: boolean;

  @OptionalFlag('Only with, or without, an inspector')
  assigned?: boolean;
}

export class QualityItemPage extends PageOf(QualityItemView) {}

/** Drawn calls, the latest day first, in the order of the draw. */
export const ListQualityItems = operation({
  subject: 'hr.query.quality-items.v1',
  request: ListQualityItemsRequest,
  reply: QualityItemPage,
});

export const GetQualityItem = operation({
  subject: 'hr.query.quality-item.v1',
  request: QualityItemReference,
  reply: QualityItemView,
  errors: [QUALITY_ERRORS.itemNotFound],
});

export class AssignQualityItemRequest extends QualityItemReference {
  @StaffNumber('Who is to judge it: of a post of quality, and not whose call it is')
  inspector: string;
}

/** Gives an open call to another inspector. */
export const AssignQualityItem = operation({
  subject: 'hr.command.assign-quality-item.v1',
  request: AssignQualityItemRequest,
  reply: QualityItemView,
  errors: [
    QUALITY_ERRORS.itemNotFound,
    QUALITY_ERRORS.itemNotOpen,
    QUALITY_ERRORS.inspectorUnknown,
    QUALITY_ERRORS.ownCall,
  ],
});
