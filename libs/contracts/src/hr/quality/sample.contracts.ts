import { ApiProperty } from '@nestjs/swagger';
import { IsObject } from 'class-validator';
import { operation } from '../../kernel/contract';
import {
  Count,
  Day,
  Figure,
  Flag,
  Id,
  Instant,
  ListOf,
  OneOf,
  OptionalDay,
  OptionalText,
  RequiredText,
} from '../../kernel/fields';
import { PageOf, PageRequest } from '../../kernel/paging';
import { StaffNumber } from '../staff/staff-fields';
import { QUALITY_ERRORS } from './errors';
import { Words } from './quality-fields';
import { QUALITY_CLASSES, QUALITY_HINTS, type QualityClassWord, type QualityHint } from './words';

export class QualitySampleReference {
  @Day('Day in China on which the calls began')
  day: string;
}

export class QualitySampleView extends QualitySampleReference {
  @RequiredText('Seed of the lot: the same seed draws the same from the same calls', 100)
  seed: string;

  @Count('Recordings that could have been drawn')
  frame: number;

  @Count('Recordings left out because their agent is no staff member')
  withoutStaff: number;

  @Count('Recordings left out because they are too short')
  tooShort: number;

  @Count('Calls drawn for the day’s share; those added for the week are not among them')
  size: number;

  @Count('Calls of the day that were drawn, the week’s with them')
  drawn: number;

  @Count('How many of them are judged')
  evaluated: number;

  @Instant('When it was drawn')
  drawnAt: string;

  @RequiredText('Who drew it', 200)
  drawnBy: string;
}

export class QualityStratum {
  @RequiredText('Post, part of the day and hour', 100)
  stratum: string;

  @Flag('Of the new and weak')
  raised: boolean;

  @Count('Calls')
  calls: number;

  @Count('Drawn')
  drawn: number;
}

export class QualitySampledPerson {
  @StaffNumber()
  staffNumber: string;

  @OneOf('How it is sampled', QUALITY_CLASSES)
  kind: QualityClassWord;
}

export class QualitySampleDetail extends QualitySampleView {
  @ListOf('What each stratum had and gave', () => QualityStratum)
  strata: QualityStratum[];

  @ListOf('Who had calls on the day', () => QualitySampledPerson)
  people: QualitySampledPerson[];

  @ApiProperty({ description: 'The rule that held', type: 'object', additionalProperties: true })
  @IsObject()
  rule: Record<string, unknown>;
}

export class ListQualitySamplesRequest extends PageRequest {
  @OptionalDay('From this day on')
  from?: string;

  @OptionalDay('Until this day, included')
  to?: string;
}

export class QualitySamplePage extends PageOf(QualitySampleView) {}

/** Draws, the latest day first. */
export const ListQualitySamples = operation({
  subject: 'hr.query.quality-samples.v1',
  request: ListQualitySamplesRequest,
  reply: QualitySamplePage,
});

export const GetQualitySample = operation({
  subject: 'hr.query.quality-sample.v1',
  request: QualitySampleReference,
  reply: QualitySampleDetail,
  errors: [QUALITY_ERRORS.sampleNotFound],
});

/** Draws a day by hand that the daily draw has not come to; once per day. */
export const DrawQualitySample = operation({
  subject: 'hr.command.draw-quality-sample.v1',
  request: QualitySampleReference,
  reply: QualitySampleDetail,
  errors: [QUALITY_ERRORS.dayNotOver, QUALITY_ERRORS.alreadyDrawn],
});

export class QualitySampleCheck extends QualitySampleReference {
  @Flag('Whether drawing again gives the same calls')
  same: boolean;

  @Count('Calls that both have')
  agreed: number;

  @Words('Recordings that only the stored draw has')
  onlyStored: string[];

  @Words('Recordings that only the new draw has')
  onlyDrawn: string[];
}

/** Draws a day again from the stored frame, seed and rule, and compares. */
export const CheckQualitySample = operation({
  subject: 'hr.query.quality-sample-check.v1',
  request: QualitySampleReference,
  reply: QualitySampleCheck,
  errors: [QUALITY_ERRORS.sampleNotFound, QUALITY_ERRORS.frameGone],
});

export class QualityFrameCall {
  @Id('The recording')
  recordingId: string;

  @RequiredText('The call', 150)
  callId: string;

  @StaffNumber('Whose call it is')
  staffNumber: string;

  @OptionalText('Group at that time', 40)
  groupCode?: string;

  @RequiredText('Post at that time', 40)
  postCode: string;

  @RequiredText('Queue', 40)
  queue: string;

  @Instant('Begin of the talk')
  startedAt: string;

  @Figure('Length in seconds')
  seconds: number;

  @Words('Why automatic monitoring points at it', QUALITY_HINTS)
  hints: QualityHint[];
}

export class ListQualityFrameRequest extends PageRequest {
  @Day('Day of the draw')
  day: string;
}

export class QualityFramePage extends PageOf(QualityFrameCall) {}

/** Every recording that could have been drawn on a day. */
export const ListQualityFrame = operation({
  subject: 'hr.query.quality-frame.v1',
  request: ListQualityFrameRequest,
  reply: QualityFramePage,
  errors: [QUALITY_ERRORS.sampleNotFound],
});
