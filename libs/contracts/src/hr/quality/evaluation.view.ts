import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsInt, IsNumber, IsOptional, Min } from 'class-validator';
import { BilingualText } from '../../kernel/bilingual-text';
import {
  Count,
  Figure,
  Flag,
  Id,
  Instant,
  ListOf,
  Nested,
  OneOf,
  OptionalFigure,
  OptionalId,
  OptionalInstant,
  OptionalNested,
  OptionalOneOf,
  OptionalText,
  RequiredText,
} from '../../kernel/fields';
import { OptionalStaffNumber, StaffNumber } from '../staff/staff-fields';
import { Code, OptionalBool, OptionalCode, SecondOf, Words } from './quality-fields';
import {
  EVALUATION_FEEDBACK_MODES,
  EVALUATION_STEPS,
  type EvaluationFeedbackMode,
  type EvaluationStep,
  PHRASE_SOURCES,
  type PhraseSource,
  QUALITY_APPEAL_STATES,
  type QualityAppealState,
  SCORECARD_KINDS,
  type ScorecardKindWord,
} from './words';

/** What is given to one item of the scorecard. */
export class ItemMarkBody {
  @Code('Item of the scorecard', 'greeting-active')
  item: string;

  @ApiPropertyOptional({ description: 'False: there was no occasion for it', default: true })
  @IsOptional()
  @IsBoolean()
  applies?: boolean;

  @ApiPropertyOptional({ description: 'Of an item of points', minimum: 0 })
  @IsOptional()
  @IsNumber({ maxDecimalPlaces: 2 })
  @Min(0)
  points?: number;

  @ApiPropertyOptional({ description: 'Of a yes-no or critical item' })
  @IsOptional()
  @IsBoolean()
  passed?: boolean;

  @OptionalText('Why', 500)
  note?: string;
}

/** A place of the recording that is to be heard. */
export class TimeMarkBody {
  @SecondOf('Seconds from the begin of the recording')
  second: number;

  @OptionalCode('Item that it is about', 'greeting-active')
  item?: string;

  @RequiredText('What is heard there', 500)
  note: string;
}

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

export class ForbiddenPhraseHit {
  @RequiredText('Code of the phrase in the knowledge base', 60)
  code: string;

  @RequiredText('The wording that was found', 100)
  wording: string;

  @OptionalFigure('Where in the recording, in seconds; absent for what the inspector quoted')
  second?: number;

  @RequiredText('What to say instead', 2000)
  instead: string;
}

export class EvaluationResultView {
  @ApiProperty({ description: 'Version of the result: 1, and 2 after an appeal', type: 'integer' })
  @IsInt()
  version: number;

  @OneOf('What it came of', ['evaluation', 'appeal'])
  reason: 'evaluation' | 'appeal';

  @ListOf('What was given', () => ItemMarkBody)
  marks: ItemMarkBody[];

  @Nested('The result', () => CallScoreView)
  result: CallScoreView;

  @Instant('When')
  madeAt: string;

  @OptionalText('Who; the agent is not told', 200)
  madeBy?: string;
}

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

/** An evaluation as lists show it. */
export class EvaluationSummary {
  @Id('The evaluation')
  evaluationId: string;

  @Id('The recording')
  recordingId: string;

  @OptionalId('The drawn call; absent when it was judged for another reason')
  itemId?: string;

  @StaffNumber('Whose call it was')
  staffNumber: string;

  @OptionalText('Group at that time', 40)
  groupCode?: string;

  @RequiredText('Post at that time', 40)
  postCode: string;

  @OptionalText('Queue', 40)
  queue?: string;

  @Instant('Begin of the call')
  callAt: string;

  @Code('Scorecard')
  scorecardCode: string;

  @ApiProperty({ description: 'Its version', type: 'integer' })
  @IsInt()
  scorecardVersion: number;

  @ApiProperty({ description: 'Version of the result in force', type: 'integer' })
  @IsInt()
  resultVersion: number;

  @OptionalFigure('0 to 100; the agent sees it after having heard the recording')
  score?: number;

  @OptionalBool('Critical error; the agent sees it after having heard the recording')
  critical?: boolean;

  @OptionalFigure('Transaction quality, per cent')
  transactionQuality?: number;

  @Count('Items that count as faults')
  faults: number;

  @Count('Forbidden phrases that were found')
  phraseHits: number;

  @OneOf('Where it has got to', EVALUATION_STEPS)
  step: EvaluationStep;

  @OptionalText('Who judged it; the agent is not told', 200)
  evaluatedBy?: string;

  @OptionalStaffNumber('Staff number of who judged it')
  evaluator?: string;

  @Instant('When it was judged')
  evaluatedAt: string;

  @OptionalInstant('When the agent was told')
  feedbackAt?: string;

  @OptionalInstant('When the agent heard the own recording')
  heardAt?: string;

  @OptionalInstant('When the agent acknowledged it')
  acknowledgedAt?: string;

  @OptionalInstant('Until when the agent may appeal; absent before the feedback')
  appealUntil?: string;
}

export class EvaluationView extends EvaluationSummary {
  @ListOf(
    'Every version of the result, the one in force last; empty for the agent before the recording is heard',
    () => EvaluationResultView,
  )
  results: EvaluationResultView[];

  @ListOf('Places in the recording', () => TimeMarkBody)
  timeMarks: TimeMarkBody[];

  @ListOf('Forbidden phrases (§14)', () => ForbiddenPhraseHit)
  phrases: ForbiddenPhraseHit[];

  @OneOf(
    'What was searched for forbidden phrases; `none`: there was neither transcript nor quotation',
    PHRASE_SOURCES,
  )
  phraseSource: PhraseSource;

  @OptionalText('What the agent said, as the inspector quotes it', 4000)
  quotes?: string;

  @OptionalText('Notes of the inspector', 4000)
  notes?: string;

  @OptionalOneOf('How the agent was told', EVALUATION_FEEDBACK_MODES)
  feedbackMode?: EvaluationFeedbackMode;

  @OptionalText('What the agent was told', 4000)
  feedbackText?: string;

  @OptionalText('Who told the agent', 200)
  feedbackBy?: string;

  @OptionalText('What the agent says to it', 1000)
  comment?: string;

  @OptionalNested('The appeal', () => QualityAppealView)
  appeal?: QualityAppealView;
}
