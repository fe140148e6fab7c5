import { BilingualText } from '../../kernel/bilingual-text';
import { event, operation } from '../../kernel/contract';
import {
  Count,
  Id,
  Instant,
  Nested,
  OptionalFlag,
  OptionalInstant,
  OptionalText,
  RequiredText,
} from '../../kernel/fields';
import { PageOf, PageRequest } from '../../kernel/paging';
import { OptionalStaffNumber, StaffNumber } from '../staff/staff-fields';
import { QUALITY_ERRORS } from './errors';
import { Code, OptionalCode, Words } from './quality-fields';

export class QualityEscalationView {
  @Id('The escalation')
  escalationId: string;

  @StaffNumber('Who does it again and again')
  staffNumber: string;

  @OptionalText('Group at that time', 40)
  groupCode?: string;

  @OptionalStaffNumber('Leader who is told; absent where the group has none')
  leaderNumber?: string;

  @Code('Item of the scorecard', 'need-restated')
  itemCode: string;

  @Nested('Its name', () => BilingualText)
  names: BilingualText;

  @OptionalText('Course of the catalogue that helps', 20)
  courseCode?: string;

  @Count('How often')
  times: number;

  @Count('Within how many days')
  withinDays: number;

  @Instant('Begin of the first of these calls')
  firstAt: string;

  @Instant('Begin of the last')
  lastAt: string;

  @Words('The evaluations')
  evaluationIds: string[];

  @Instant('When the leader was told')
  raisedAt: string;

  @OptionalInstant('When it was withdrawn, because appeals took faults away')
  withdrawnAt?: string;

  @OptionalInstant('When the leader had seen to it')
  settledAt?: string;

  @OptionalText('Who saw to it', 200)
  settledBy?: string;

  @OptionalText('What was done', 1000)
  settlement?: string;
}

/** The same fault as often as the policy allows no more (§14: repeated fault → performance). */
export const QualityFaultRepeated = event({
  subject: 'hr.event.quality-fault-repeated.v1',
  payload: QualityEscalationView,
});

export class ListQualityEscalationsRequest extends PageRequest {
  @OptionalStaffNumber('Only of this person')
  staffNumber?: string;

  @OptionalText('Only of this group', 40)
  groupCode?: string;

  @OptionalStaffNumber('Only for this leader')
  leaderNumber?: string;

  @OptionalCode('Only of this item', 'need-restated')
  itemCode?: string;

  @OptionalFlag('Only those that wait for the leader, or only the others')
  open?: boolean;
}

export class QualityEscalationPage extends PageOf(QualityEscalationView) {}

/** Faults that came again, the latest first. */
export const ListQualityEscalations = operation({
  subject: 'hr.query.quality-escalations.v1',
  request: ListQualityEscalationsRequest,
  reply: QualityEscalationPage,
});

export class QualitySettlement {
  @RequiredText('What was done', 1000)
  settlement: string;
}

export class SettleQualityEscalationRequest extends QualitySettlement {
  @Id('The escalation')
  escalationId: string;
}

/** The leader has seen to it; said again, the first stays. */
export const SettleQualityEscalation = operation({
  subject: 'hr.command.settle-quality-escalation.v1',
  request: SettleQualityEscalationRequest,
  reply: QualityEscalationView,
  errors: [QUALITY_ERRORS.escalationNotFound],
});
