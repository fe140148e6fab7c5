import { BilingualText } from '../../kernel/bilingual-text';
import { Figure, Flag, ListOf, Nested, OneOf, OptionalFigure } from '../../kernel/fields';
import { Code, Words } from './quality-fields';
import { SCORECARD_KINDS, type ScorecardKindWord } from './words';

export class CallScoreLineView {
  @Code('Section', 'greeting')
  section: string;

  @Code('Item', 'greeting-active')
  item: string;

  @Nested('Name', () => BilingualText)
  names: BilingualText;

  @OneOf('Kind', SCORECARD_KINDS)
  kind: ScorecardKindWord;

  @Figure('Weight on the form')
  weight: number;

  @Figure('Weight in this call; what does not apply is shared out')
  effectiveWeight: number;

  @OptionalFigure('Part of it that was earned, 0 to 1; absent when it does not apply')
  share?: number;

  @Figure('Points of the 100')
  earned: number;

  @Flag('Whether it counts as a fault')
  fault: boolean;

  @Nested('In words', () => BilingualText)
  text: BilingualText;
}

export class CallScoreView {
  @Figure('0 to 100')
  score: number;

  @Flag('Critical error (§12, 8)')
  criticalError: boolean;

  @Words('Critical items that failed')
  failedBy: string[];

  @OptionalFigure('Business accuracy, per cent')
  accuracy?: number;

  @OptionalFigure('Professional score, soft and technical, per cent')
  professional?: number;

  @OptionalFigure('Accuracy × professional score (§12, 7), per cent')
  transactionQuality?: number;

  @ListOf('Item by item', () => CallScoreLineView)
  lines: CallScoreLineView[];

  @Nested('In words', () => BilingualText)
  text: BilingualText;
}
