import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  IsIn,
  IsInt,
  IsNumber,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { Count, Instant, OptionalAreaCode, OptionalInstant, OptionalText } from '../fields';

/** Work orders but queries and consultations · queries and consultations by their key fields · outage notices by area (art. 23(8)(9)). */
export const CORRECTNESS_SUBJECTS = ['work-orders', 'enquiries', 'outage-notices'] as const;
export type CorrectnessSubject = (typeof CORRECTNESS_SUBJECTS)[number];

export const CORRECTNESS_FIELD_VERDICTS = ['right', 'wrong', 'not-applicable'] as const;
export type CorrectnessFieldVerdict = (typeof CORRECTNESS_FIELD_VERDICTS)[number];

export const CORRECTNESS_VERDICTS = ['met', 'missed', 'nothing-judged'] as const;
export type CorrectnessVerdict = (typeof CORRECTNESS_VERDICTS)[number];

export class CorrectnessSampleView {
  @ApiProperty({ description: 'Id of the sample', format: 'uuid' })
  @IsUUID()
  sampleId: string;

  @ApiProperty({ description: 'What is judged', enum: CORRECTNESS_SUBJECTS })
  @IsIn(CORRECTNESS_SUBJECTS)
  subject: CorrectnessSubject;

  @Instant('Start of the period: work taken in, or notices registered, from then on')
  from: string;

  @Instant('End of the period, not included')
  before: string;

  @ApiProperty({
    description: 'Seed of the lot: the same seed draws the same from the same work',
    maxLength: 100,
  })
  @IsString()
  @MaxLength(100)
  seed: string;

  @Count('How many there were in the period')
  population: number;

  @Count('How many were drawn')
  size: number;

  @Count('How many of them are judged')
  judged: number;

  @Instant('When it was drawn')
  drawnAt: string;

  @ApiProperty({ description: 'Who drew it', maxLength: 200 })
  @IsString()
  @MaxLength(200)
  drawnBy: string;
}

export class CorrectnessItemView {
  @ApiProperty({ description: 'Id of the item', format: 'uuid' })
  @IsUUID()
  itemId: string;

  @ApiProperty({ description: 'Sample that it was drawn for', format: 'uuid' })
  @IsUUID()
  sampleId: string;

  @ApiProperty({ description: 'What is judged', enum: CORRECTNESS_SUBJECTS })
  @IsIn(CORRECTNESS_SUBJECTS)
  subject: CorrectnessSubject;

  @ApiProperty({ description: 'Number of the work order, or id of the outage', maxLength: 60 })
  @IsString()
  @MaxLength(60)
  work: string;

  @OptionalAreaCode()
  areaCode?: string;

  @ApiProperty({ description: 'Who did it, and may not judge it', maxLength: 200 })
  @IsString()
  @MaxLength(200)
  doneBy: string;

  @ApiPropertyOptional({
    description: 'Verdict by field; absent until judged',
    type: 'object',
    additionalProperties: { type: 'string', enum: [...CORRECTNESS_FIELD_VERDICTS] },
  })
  @IsOptional()
  @IsObject()
  verdicts?: Record<string, CorrectnessFieldVerdict>;

  @OptionalText('What was wrong, in words', 1000)
  remark?: string;

  @OptionalInstant('When it was judged, for the last time')
  judgedAt?: string;

  @OptionalText('Who judged it', 200)
  judgedBy?: string;
}

export class ConfidenceInterval {
  @ApiProperty({ description: 'Per cent' })
  @IsNumber()
  @Min(0)
  @Max(100)
  from: number;

  @ApiProperty({ description: 'Per cent' })
  @IsNumber()
  @Min(0)
  @Max(100)
  to: number;
}

export class CorrectnessFigure {
  @ApiProperty({ description: 'What was judged', enum: CORRECTNESS_SUBJECTS })
  @IsIn(CORRECTNESS_SUBJECTS)
  subject: CorrectnessSubject;

  @OptionalAreaCode()
  areaCode?: string;

  @Count('How many there were in the periods of the samples')
  population: number;

  @Count('How many were drawn')
  drawn: number;

  @Count('How many of them are judged: the size behind the per cent')
  judged: number;

  @ApiProperty({
    description: 'What the per cent counts: key fields of enquiries, whole items else',
    enum: ['items', 'fields'],
  })
  @IsIn(['items', 'fields'])
  unit: 'items' | 'fields';

  @Count('How many of these were counted')
  counted: number;

  @Count('How many of them were right')
  right: number;

  @ApiPropertyOptional({
    description: 'right / counted × 100, to a hundredth; absent while nothing is judged',
  })
  @IsOptional()
  @IsNumber()
  percent?: number;

  @ApiPropertyOptional({
    description:
      'Where the true share lies with 95 % confidence, given the size of the sample (Wilson), per cent',
    type: ConfidenceInterval,
  })
  @IsOptional()
  @ValidateNested()
  @Type(() => ConfidenceInterval)
  between?: ConfidenceInterval;

  @ApiProperty({
    description: 'Target of the policy in force (art. 23(8)(9): 99, 95, 98), per cent',
    type: 'integer',
  })
  @IsInt()
  targetPercent: number;

  @ApiProperty({ description: 'Whether the target is met', enum: CORRECTNESS_VERDICTS })
  @IsIn(CORRECTNESS_VERDICTS)
  verdict: CorrectnessVerdict;
}
