import { BilingualText } from '../../kernel/bilingual-text';
import { operation } from '../../kernel/contract';
import { ListOf, Month, Nested, OneOf, RequiredText } from '../../kernel/fields';
import { StaffNumber } from '../staff/staff-fields';

const AWARDS = ['grade', 'title', 'adopted'] as const;

export class AwardProposalView {
  @StaffNumber()
  staffNumber: string;

  @RequiredText('Name', 100)
  name: string;

  @OneOf(
    'Grade, title, or an adopted proposal without points yet (record them with incident staff-proposal:<id>)',
    AWARDS,
  )
  award: (typeof AWARDS)[number];

  @RequiredText('Which', 40)
  code: string;

  @Nested('What it is called', () => BilingualText)
  names: BilingualText;
}

export class ListAwardProposalsRequest {
  @Month('Month')
  month: string;
}

export class AwardProposals {
  @ListOf('Grades, then titles', () => AwardProposalView)
  items: AwardProposalView[];
}

/** Graded awards and titles that the month's scores speak for (L267, S0 六.4); somebody decides. */
export const ListAwardProposals = operation({
  subject: 'hr.query.award-proposals.v1',
  request: ListAwardProposalsRequest,
  reply: AwardProposals,
});
