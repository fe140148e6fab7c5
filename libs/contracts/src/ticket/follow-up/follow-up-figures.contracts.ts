import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsArray, IsIn, IsOptional, IsString, ValidateNested } from 'class-validator';
import { operation } from '../../kernel/contract';
import { Count, Instant, OptionalAreaCode, OptionalFigure, RequiredText } from '../fields';
import { FOLLOW_UP_FIGURES_BY, FOLLOW_UP_KINDS, type FollowUpFiguresBy, type FollowUpKind } from './words';

const Percent = (description: string): PropertyDecorator =>
  OptionalFigure(`${description}, per cent rounded down to one decimal`);

export class FollowUpFigures {
  @ApiProperty({
    description: 'What these are the figures of: a kind, an area, a person, a day; empty in the sum',
  })
  @IsString()
  of: string;

  @Count('All that had to be done; those without a contact left out (C5)')
  planned: number;

  @Count('Left out, with a reason')
  excluded: number;

  @Count('Done')
  done: number;

  @Count('Done within their time')
  doneOnTime: number;

  @Count('Given up after too many tries')
  notReached: number;

  @Count('Not done and past their time')
  overdue: number;

  @Count('Done with an answer on the scale')
  rated: number;

  @Count('Of those, satisfied')
  satisfied: number;

  @Count('Of those, dissatisfied')
  dissatisfied: number;

  @Percent('Done of planned')
  donePercent?: number;

  @Percent('Done on time of planned')
  onTimePercent?: number;

  @Percent('Satisfied of rated')
  satisfiedPercent?: number;
}

export class GetFollowUpFiguresRequest {
  @Instant('Follow-ups that arose at this time or later')
  from: string;

  @Instant('And before this time')
  before: string;

  @ApiPropertyOptional({ description: 'One row for each', enum: FOLLOW_UP_FIGURES_BY, default: 'kind' })
  @IsOptional()
  @IsIn(FOLLOW_UP_FIGURES_BY)
  by?: FollowUpFiguresBy;

  @ApiPropertyOptional({ description: 'Only of this kind of work order', enum: FOLLOW_UP_KINDS })
  @IsOptional()
  @IsIn(FOLLOW_UP_KINDS)
  kind?: FollowUpKind;

  @OptionalAreaCode()
  areaCode?: string;
}

export class FollowUpFiguresReport {
  @ApiProperty({ description: 'One row for each, at most 1,000', type: [FollowUpFigures] })
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => FollowUpFigures)
  items: FollowUpFigures[];

  @ApiProperty({ description: 'All of them together', type: FollowUpFigures })
  @ValidateNested()
  @Type(() => FollowUpFigures)
  total: FollowUpFigures;
}

/** Planned, done, on time, satisfied. */
export const GetFollowUpFigures = operation({
  subject: 'ticket.query.follow-up-figures.v1',
  request: GetFollowUpFiguresRequest,
  reply: FollowUpFiguresReport,
  errors: ['follow-up.period-empty'],
});

export class FaultSampleRequest {
  @RequiredText('The fault: `outage:<id>` or `order:<number>`', 80)
  faultKey: string;
}

export class SampledSubArea {
  @OptionalAreaCode()
  areaCode?: string;

  @Count('Calls from there that left a contact')
  calls: number;

  @Count('Of those, picked')
  picked: number;
}

export class FaultSampleView {
  @RequiredText('The fault', 80)
  faultKey: string;

  @RequiredText('Drawn by this: the same seed and calls give the same sample', 100)
  seed: string;

  @Count('Calls that left a contact')
  calls: number;

  @Count('Calls that did not (C5)')
  withoutContact: number;

  @Count('How many had to be picked')
  required: number;

  @ApiProperty({ description: 'Work orders picked, in the order of drawing', type: [String] })
  @IsArray()
  @IsString({ each: true })
  picked: string[];

  @ApiProperty({ description: 'How the picks cover the outage area', type: [SampledSubArea] })
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => SampledSubArea)
  subAreas: SampledSubArea[];

  @Instant('When it was drawn last')
  drawnAt: string;
}

/** How the calls of a fault were sampled (art. 21(7)): enough to draw the same again. */
export const GetFaultSample = operation({
  subject: 'ticket.query.fault-sample.v1',
  request: FaultSampleRequest,
  reply: FaultSampleView,
  errors: ['fault-sample.not-found'],
});
