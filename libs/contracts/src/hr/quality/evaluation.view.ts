import { ApiProperty } from '@nestjs/swagger';
import { IsInt } from 'class-validator';
import {
  Count,
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
import { CallScoreView } from './call-score.view';
import { ItemMarkBody, TimeMarkBody } from './evaluation-marks.view';
import { QualityAppealView } from './quality-appeal.view';
import { Code, OptionalBool } from './quality-fields';
import {
  EVALUATION_FEEDBACK_MODES,
  EVALUATION_STEPS,
  type EvaluationFeedbackMode,
  type EvaluationStep,
  PHRASE_SOURCES,
  type PhraseSource,
} from './words';

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
