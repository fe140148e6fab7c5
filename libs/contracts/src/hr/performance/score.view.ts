import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsInt, IsObject, IsOptional, Min } from 'class-validator';
import { BilingualText } from '../../kernel/bilingual-text';
import {
  Count,
  Fen,
  Figure,
  Id,
  Instant,
  ListOf,
  Month,
  Nested,
  OneOf,
  OptionalInstant,
  OptionalOneOf,
  OptionalText,
  RequiredText,
  Texts,
} from '../../kernel/fields';
import { StaffNumber } from '../staff/staff-fields';

export const MONTHLY_SCORE_STATES = [
  'draft',
  'published',
  'acknowledged',
  'appealed',
  'decided',
  'final',
] as const;
export type MonthlyScoreState = (typeof MONTHLY_SCORE_STATES)[number];

export const APPEAL_DECISIONS = ['granted', 'dismissed'] as const;
export type AppealDecision = (typeof APPEAL_DECISIONS)[number];

/** One step from the full score, or the full bonus, to the result. */
export class ScoreLineView {
  @RequiredText('Part: attendance, timeliness, accuracy, exam, other, awards or appeal', 20)
  pool: string;

  @RequiredText('Paragraph of the rule book', 20)
  rule: string;

  @Nested('What happened', () => BilingualText)
  fact: BilingualText;

  @RequiredText('How it is reckoned', 100)
  arithmetic: string;

  @Figure(
    'Points, or fen of the bonus; negative for a deduction. All of them lead from the full amount to the result',
  )
  points: number;
}

export class FineProposalView {
  @RequiredText('Matter', 40)
  matter: string;

  @RequiredText('Paragraph of the rule book', 20)
  rule: string;

  @Nested('What happened', () => BilingualText)
  fact: BilingualText;

  @Fen('Proposed, for somebody to approve')
  amountFen: number;
}

export class MonthlyScoreView {
  @Id('Id of the statement')
  scoreId: string;

  @StaffNumber()
  staffNumber: string;

  @RequiredText('Name', 100)
  name: string;

  @OptionalText('Code of the group at the time', 40)
  groupCode?: string;

  @Month('Month')
  month: string;

  @Count('Version; one more with each reckoning that changes it')
  version: number;

  @OneOf('Where it stands', MONTHLY_SCORE_STATES)
  state: MonthlyScoreState;

  @Figure('Score, 0 to 110')
  score: number;

  @Texts('Facts that nobody could tell: attendance, inHand, accuracy, exam', 200, 1000)
  missing: string[];

  @ApiPropertyOptional({
    description: 'Bonus that may be proposed, in fen; absent for posts without one',
    type: 'integer',
  })
  @IsOptional()
  @IsInt()
  @Min(0)
  bonusFen?: number;

  @Fen('Fines that may be proposed')
  finesFen: number;

  @Instant('Reckoned')
  computedAt: string;

  @RequiredText('Who had it reckoned', 200)
  computedBy: string;

  @OptionalInstant('Told to the person')
  publishedAt?: string;

  @OptionalText('Who published it', 200)
  publishedBy?: string;

  @OptionalText('Why it was published though facts are missing', 1000)
  publishedIncompleteReason?: string;

  @OptionalInstant('Until when the person may appeal')
  appealUntil?: string;

  @OptionalInstant('Acknowledged by the person')
  acknowledgedAt?: string;

  @OptionalText('Appeal of the person', 2000)
  appealText?: string;

  @OptionalInstant('When it was appealed')
  appealedAt?: string;

  @OptionalOneOf('Decision on the appeal', APPEAL_DECISIONS)
  decision?: AppealDecision;

  @OptionalText('Its reason', 2000)
  decisionText?: string;

  @OptionalInstant('When it was decided')
  decidedAt?: string;

  @OptionalText('Who decided', 200)
  decidedBy?: string;
}

export class MonthlyScoreStatement extends MonthlyScoreView {
  @ListOf('From 100 to the score', () => ScoreLineView)
  lines: ScoreLineView[];

  @ListOf('From the full bonus to what may be proposed; none for posts without one', () => ScoreLineView)
  bonusLines: ScoreLineView[];

  @Fen('The full bonus')
  fullBonusFen: number;

  @ListOf('Fines that may be proposed (L407–417)', () => FineProposalView)
  fines: FineProposalView[];

  @ApiProperty({ description: 'Facts as they were known', type: 'object', additionalProperties: true })
  @IsObject()
  facts: Record<string, unknown>;

  @ApiProperty({ description: 'Policy of the month as it was', type: 'object', additionalProperties: true })
  @IsObject()
  policy: Record<string, unknown>;
}
