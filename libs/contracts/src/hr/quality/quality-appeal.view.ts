import { Id, Instant, OneOf, OptionalInstant, OptionalText, RequiredText } from '../../kernel/fields';
import { StaffNumber } from '../staff/staff-fields';
import { QUALITY_APPEAL_STATES, type QualityAppealState } from './words';

export class QualityAppealView {
  @Id('The appeal')
  appealId: string;

  @Id('The evaluation')
  evaluationId: string;

  @StaffNumber('Who appeals')
  staffNumber: string;

  @RequiredText('Why', 1000)
  reason: string;

  @OneOf('State', QUALITY_APPEAL_STATES)
  state: QualityAppealState;

  @Instant('When')
  madeAt: string;

  @OptionalInstant('When it was decided')
  decidedAt?: string;

  @OptionalText('Who decided it; the agent is not told', 200)
  decidedBy?: string;

  @OptionalText('The decision, in words', 1000)
  decision?: string;
}
