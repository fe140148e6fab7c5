import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsInt } from 'class-validator';
import { operation } from '../../kernel/contract';
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
  OptionalInstant,
  OptionalNested,
  OptionalOneOf,
  OptionalText,
  RequiredText,
} from '../../kernel/fields';
import { PageOf, PageRequest } from '../../kernel/paging';
import { StaffNumber } from '../staff/staff-fields';
import { CallScoreView } from './call-score.view';
import { QUALITY_ERRORS } from './errors';
import { ItemMarkBody } from './evaluation-marks.view';
import { Code, OptionalCode, Words } from './quality-fields';
import { CALIBRATION_STATES, type CalibrationState } from './words';

export class CalibratedItemView {
  @Code('Item', 'greeting-active')
  item: string;

  @OptionalFigure('Mean of what was given, per cent of the weight')
  mean?: number;

  @OptionalFigure('Least')
  least?: number;

  @OptionalFigure('Greatest')
  greatest?: number;

  @OptionalFigure('Greatest less least')
  spread?: number;

  @Figure('Pairs of inspectors who agree within the tolerance of the policy, per cent')
  agreement: number;
}

export class CalibratedInspectorView {
  @StaffNumber()
  inspector: string;

  @Figure('Score')
  score: number;

  @Figure('Score less the mean')
  fromMean: number;
}

export class CalibrationOutcomeView {
  @Count('Inspectors who scored')
  entries: number;

  @Figure('Mean score')
  mean: number;

  @Figure('Lowest')
  least: number;

  @Figure('Highest')
  greatest: number;

  @Figure('Highest less lowest')
  spread: number;

  @Figure('Standard deviation')
  deviation: number;

  @Flag('Whether all or none found a critical error')
  criticalAgreed: boolean;

  @ListOf('Item by item', () => CalibratedItemView)
  items: CalibratedItemView[];

  @ListOf('Inspector by inspector', () => CalibratedInspectorView)
  inspectors: CalibratedInspectorView[];
}

export class CalibrationEntryView {
  @StaffNumber()
  inspector: string;

  @ListOf('What was given', () => ItemMarkBody)
  marks: ItemMarkBody[];

  @Nested('The result', () => CallScoreView)
  result: CallScoreView;

  @Instant('When')
  madeAt: string;
}

export class CalibrationView {
  @Id('The session')
  calibrationId: string;

  @RequiredText('Title', 100)
  title: string;

  @Id('The recording that all hear')
  recordingId: string;

  @Code('Scorecard')
  scorecardCode: string;

  @ApiProperty({ description: 'Its version', type: 'integer' })
  @IsInt()
  scorecardVersion: number;

  @Words('Staff numbers of the inspectors')
  inspectors: string[];

  @Words('Which of them have scored')
  entered: string[];

  @OneOf('State', CALIBRATION_STATES)
  state: CalibrationState;

  @Instant('When it was opened')
  openedAt: string;

  @RequiredText('Who opened it', 200)
  openedBy: string;

  @OptionalInstant('When it was closed')
  closedAt?: string;

  @OptionalText('Who closed it', 200)
  closedBy?: string;
}

export class CalibrationDetail extends CalibrationView {
  @ListOf('Only the own one while it is open: all score blind', () => CalibrationEntryView)
  entries: CalibrationEntryView[];

  @OptionalNested('Spread and agreement; when it is closed', () => CalibrationOutcomeView)
  outcome?: CalibrationOutcomeView;
}

export class OpenCalibrationRequest {
  @RequiredText('Title', 100)
  title: string;

  @Id('The recording that all hear')
  recordingId: string;

  @OptionalCode('Scorecard; `inbound` unless told')
  scorecard?: string;

  @Words('Staff numbers of at least two inspectors')
  @ArrayMinSize(2)
  @ArrayMaxSize(50)
  @ArrayUnique()
  inspectors: string[];
}

export const OpenCalibration = operation({
  subject: 'hr.command.open-calibration.v1',
  request: OpenCalibrationRequest,
  reply: CalibrationDetail,
  errors: [
    QUALITY_ERRORS.noneInForce,
    QUALITY_ERRORS.inspectorUnknown,
    QUALITY_ERRORS.recordingUnusable,
    QUALITY_ERRORS.ownCall,
  ],
});

export class CalibrationReference {
  @Id('The session')
  calibrationId: string;
}

export const GetCalibration = operation({
  subject: 'hr.query.calibration.v1',
  request: CalibrationReference,
  reply: CalibrationDetail,
  errors: [QUALITY_ERRORS.calibrationNotFound],
});

export class ListCalibrationsRequest extends PageRequest {
  @OptionalOneOf('Only in this state', CALIBRATION_STATES)
  state?: CalibrationState;
}

export class CalibrationPage extends PageOf(CalibrationView) {}

/** Sessions, the latest first. */
export const ListCalibrations = operation({
  subject: 'hr.query.calibrations.v1',
  request: ListCalibrationsRequest,
  reply: CalibrationPage,
});

export class CalibrationMarks {
  @ListOf('One for every item of the scorecard', () => ItemMarkBody)
  @ArrayMaxSize(500)
  marks: ItemMarkBody[];
}

export class EnterCalibrationRequest extends CalibrationMarks {
  @Id('The session')
  calibrationId: string;
}

/** An invited inspector scores the call, without seeing what others gave; again, it replaces the own entry. */
export const EnterCalibration = operation({
  subject: 'hr.command.enter-calibration.v1',
  request: EnterCalibrationRequest,
  reply: CalibrationDetail,
  errors: [
    QUALITY_ERRORS.calibrationNotFound,
    QUALITY_ERRORS.calibrationClosed,
    QUALITY_ERRORS.notInvited,
    QUALITY_ERRORS.marksInvalid,
    QUALITY_ERRORS.notStaff,
  ],
});

/** Ends a session and shows to all what each gave; at least two must have scored. */
export const CloseCalibration = operation({
  subject: 'hr.command.close-calibration.v1',
  request: CalibrationReference,
  reply: CalibrationDetail,
  errors: [
    QUALITY_ERRORS.calibrationNotFound,
    QUALITY_ERRORS.calibrationClosed,
    QUALITY_ERRORS.calibrationTooFew,
  ],
});
