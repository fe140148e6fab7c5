import { ArrayMaxSize, IsOptional } from 'class-validator';
import { operation } from '../../kernel/contract';
import {
  Id,
  ListOf,
  OneOf,
  OptionalDay,
  OptionalFlag,
  OptionalId,
  OptionalOneOf,
  OptionalText,
  RequiredText,
} from '../../kernel/fields';
import { PageOf, PageRequest } from '../../kernel/paging';
import { OptionalStaffNumber } from '../staff/staff-fields';
import { QUALITY_ERRORS } from './errors';
import { ItemMarkBody, TimeMarkBody } from './evaluation-marks.view';
import { EvaluationSummary, EvaluationView } from './evaluation.view';
import { QualityAppealView } from './quality-appeal.view';
import { OptionalCode } from './quality-fields';
import {
  EVALUATION_FEEDBACK_MODES,
  EVALUATION_STEPS,
  type EvaluationFeedbackMode,
  type EvaluationStep,
  QUALITY_APPEAL_STATES,
  type QualityAppealState,
} from './words';

export class EvaluateCallRequest {
  @OptionalId('The drawn call; or give recordingId')
  itemId?: string;

  @OptionalId('A recording that was not drawn, judged for another reason')
  recordingId?: string;

  @OptionalCode('Scorecard; `inbound` unless told')
  scorecard?: string;

  @ListOf('One for every item of the scorecard', () => ItemMarkBody)
  @ArrayMaxSize(500)
  marks: ItemMarkBody[];

  @ListOf('Places in the recording', () => TimeMarkBody)
  @IsOptional()
  @ArrayMaxSize(200)
  timeMarks?: TimeMarkBody[];

  @OptionalText('What the agent said, as heard: searched for forbidden phrases', 4000)
  quotes?: string;

  @OptionalText('Notes', 4000)
  notes?: string;
}

const JUDGED = [
  QUALITY_ERRORS.marksInvalid,
  QUALITY_ERRORS.noneInForce,
  QUALITY_ERRORS.ownCall,
  QUALITY_ERRORS.recordingUnusable,
] as const;

/** Judges a call by the scorecard in force. One evaluation per recording. */
export const EvaluateCall = operation({
  subject: 'hr.command.evaluate-call.v1',
  request: EvaluateCallRequest,
  reply: EvaluationView,
  errors: [
    ...JUDGED,
    QUALITY_ERRORS.itemNotFound,
    QUALITY_ERRORS.itemNotOpen,
    QUALITY_ERRORS.itemOfAnother,
    QUALITY_ERRORS.alreadyEvaluated,
  ],
});

export class EvaluationReference {
  @Id('The evaluation')
  evaluationId: string;
}

export const GetEvaluation = operation({
  subject: 'hr.query.evaluation.v1',
  request: EvaluationReference,
  reply: EvaluationView,
  errors: [QUALITY_ERRORS.evaluationNotFound],
});

export const EVALUATION_SORTS = ['newest', 'lowest', 'call'] as const;
export type EvaluationSort = (typeof EVALUATION_SORTS)[number];

export class ListEvaluationsRequest extends PageRequest {
  @OptionalDay('Calls from this day on')
  from?: string;

  @OptionalDay('Calls until this day, included')
  to?: string;

  @OptionalStaffNumber('Only of this person')
  staffNumber?: string;

  @OptionalText('Only of this group', 40)
  groupCode?: string;

  @OptionalStaffNumber('Only judged by this inspector')
  evaluator?: string;

  @OptionalCode('Only with a fault in this item', 'greeting-active')
  faultItem?: string;

  @OptionalOneOf('Only at this step', EVALUATION_STEPS)
  step?: EvaluationStep;

  @OptionalFlag('Only with, or without, a critical error')
  critical?: boolean;

  @OptionalOneOf('Order: judged last, lowest score, or latest call first', EVALUATION_SORTS)
  sort?: EvaluationSort;
}

export class EvaluationPage extends PageOf(EvaluationSummary) {}

export const ListEvaluations = operation({
  subject: 'hr.query.evaluations.v1',
  request: ListEvaluationsRequest,
  reply: EvaluationPage,
});

export class TellEvaluationRequest extends EvaluationReference {
  @OneOf('How', EVALUATION_FEEDBACK_MODES)
  mode: EvaluationFeedbackMode;

  @RequiredText('What the agent is told', 4000)
  text: string;
}

/** Tells the agent (§14: prompt, face to face or in writing); from then on it stands under the agent's own things. */
export const TellEvaluation = operation({
  subject: 'hr.command.tell-evaluation.v1',
  request: TellEvaluationRequest,
  reply: EvaluationView,
  errors: [QUALITY_ERRORS.evaluationNotFound, QUALITY_ERRORS.wrongStep],
});

export class ListOwnEvaluationsRequest extends PageRequest {
  @OptionalFlag('Only acknowledged, or only not')
  acknowledged?: boolean;
}

const OWN = [QUALITY_ERRORS.notStaff, QUALITY_ERRORS.evaluationNotFound] as const;

/** Evaluations of the asker's own calls that have been told. */
export const ListOwnEvaluations = operation({
  subject: 'hr.query.own-evaluations.v1',
  request: ListOwnEvaluationsRequest,
  reply: EvaluationPage,
  errors: [QUALITY_ERRORS.notStaff],
});

/** One of them; without the result until the recording has been heard. */
export const GetOwnEvaluation = operation({
  subject: 'hr.query.own-evaluation.v1',
  request: EvaluationReference,
  reply: EvaluationView,
  errors: OWN,
});

export class OwnRecording {
  @Id('The recording of the own call')
  recordingId: string;
}

/** The asker hears the recording of an own call that was judged. */
export const HearOwnRecording = operation({
  subject: 'hr.command.hear-own-recording.v1',
  request: EvaluationReference,
  reply: OwnRecording,
  errors: OWN,
});

export class AcknowledgeEvaluationRequest extends EvaluationReference {
  @OptionalText('What the agent says to it', 1000)
  comment?: string;
}

/** The agent has taken note; the own recording is heard first (S2 L251). */
export const AcknowledgeEvaluation = operation({
  subject: 'hr.command.acknowledge-evaluation.v1',
  request: AcknowledgeEvaluationRequest,
  reply: EvaluationView,
  errors: [...OWN, QUALITY_ERRORS.notHeard],
});

export class AppealEvaluationRequest extends EvaluationReference {
  @RequiredText('Why', 1000)
  reason: string;
}

/** The agent does not agree, within the days of the policy. */
export const AppealEvaluation = operation({
  subject: 'hr.command.appeal-evaluation.v1',
  request: AppealEvaluationRequest,
  reply: EvaluationView,
  errors: [...OWN, QUALITY_ERRORS.notHeard, QUALITY_ERRORS.appealTooLate, QUALITY_ERRORS.wrongStep],
});

export class ListQualityAppealsRequest extends PageRequest {
  @OptionalOneOf('Only in this state', QUALITY_APPEAL_STATES)
  state?: QualityAppealState;

  @OptionalStaffNumber('Only of this person')
  staffNumber?: string;
}

export class QualityAppealPage extends PageOf(QualityAppealView) {}

/** Appeals, the latest first. */
export const ListQualityAppeals = operation({
  subject: 'hr.query.quality-appeals.v1',
  request: ListQualityAppealsRequest,
  reply: QualityAppealPage,
});

export class QualityAppealDecision {
  @OneOf('Whether the result stays, or is another', ['upheld', 'changed'])
  outcome: 'upheld' | 'changed';

  @RequiredText('Why', 1000)
  decision: string;

  @ListOf('The marks in their place; only and always when the result is another', () => ItemMarkBody)
  @IsOptional()
  @ArrayMaxSize(500)
  marks?: ItemMarkBody[];
}

export class DecideQualityAppealRequest extends QualityAppealDecision {
  @Id('The appeal')
  appealId: string;
}

/** Another inspector decides; the result before is kept beside the new one. */
export const DecideQualityAppeal = operation({
  subject: 'hr.command.decide-quality-appeal.v1',
  request: DecideQualityAppealRequest,
  reply: EvaluationView,
  errors: [
    QUALITY_ERRORS.appealNotFound,
    QUALITY_ERRORS.appealDecided,
    QUALITY_ERRORS.appealNeedsAnother,
    QUALITY_ERRORS.marksInvalid,
  ],
});
