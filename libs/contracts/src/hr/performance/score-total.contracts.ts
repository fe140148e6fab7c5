import { operation } from '../../kernel/contract';
import { Count, Figure, OptionalFigure, RequiredText, Texts } from '../../kernel/fields';
import { PageOf, PageRequest } from '../../kernel/paging';
import { OptionalOrganisationCode, StaffNumber } from '../staff/staff-fields';
import { Period } from './performance-fields';

export class ScoreTotalView {
  @StaffNumber()
  staffNumber: string;

  @RequiredText('Name', 100)
  name: string;

  @Figure('Sum of the months')
  total: number;

  @OptionalFigure('Mean of the months; absent without one')
  average?: number;

  @Count('Months with a score')
  months: number;

  @Texts('Months without one', 200, 1000)
  missing: string[];

  @Count('Rank by the sum; equals share it')
  rank: number;
}

export class ListScoreTotalsRequest extends PageRequest {
  @Period('Half-year or year: 2026-H2 or 2026')
  period: string;

  @OptionalOrganisationCode('Only of this group', 'telephone')
  groupCode?: string;
}

export class ScoreTotalPage extends PageOf(ScoreTotalView, 'By rank') {}

/** Totals decide reward and punishment (L388); the first in them is rewarded (L402). Scores that are told to their people count. */
export const ListScoreTotals = operation({
  subject: 'hr.query.score-totals.v1',
  request: ListScoreTotalsRequest,
  reply: ScoreTotalPage,
});
