import { BilingualText } from '../../kernel/bilingual-text';
import { operation } from '../../kernel/contract';
import { Month, Nested, OptionalMonth, RequiredText } from '../../kernel/fields';
import { PageOf, PageRequest } from '../../kernel/paging';
import { StaffNumber } from '../staff/staff-fields';

export class DismissalAlertView {
  @StaffNumber()
  staffNumber: string;

  @RequiredText('Name', 100)
  name: string;

  @Month('Month whose reckoning saw it')
  month: string;

  @RequiredText('Paragraph of the rule book', 20)
  rule: string;

  @RequiredText('Reason: sick-leave, personal-leave or absence-lateness-sickness', 40)
  reason: string;

  @Nested('What was seen, and what the law bars (§22)', () => BilingualText)
  text: BilingualText;
}

export class ListDismissalAlertsRequest extends PageRequest {
  @OptionalMonth('Only of this month')
  month?: string;
}

export class DismissalAlertPage extends PageOf(DismissalAlertView, 'The latest month first') {}

/** For HR to look at, and nothing more (L373–375, §22). */
export const ListDismissalAlerts = operation({
  subject: 'hr.query.dismissal-alerts.v1',
  request: ListDismissalAlertsRequest,
  reply: DismissalAlertPage,
});
