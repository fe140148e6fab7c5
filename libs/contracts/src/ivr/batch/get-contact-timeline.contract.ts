import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  IsArray,
  IsIn,
  IsInt,
  IsISO8601,
  IsNumber,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  ValidateNested,
} from 'class-validator';
import { operation } from '../../kernel/contract';
import { ContactView } from './contact.view';
import { BATCH_ERRORS } from './errors';
import { BilingualText } from '../../kernel/bilingual-text';

export class GetContactTimelineRequest {
  @ApiProperty({ description: "A contact's id: digits" })
  @Matches(/^\d{1,19}$/)
  contactId: string;
}

/** One attempt with what is known of it. */
export class AttemptView {
  @ApiProperty({ description: 'The call: the channel id at the PBX', format: 'uuid' })
  @IsUUID()
  callId: string;

  @ApiProperty({
    description: 'Its number among the counted ones; absent for a technical failure and while it lasts',
    type: 'integer',
    required: false,
  })
  @IsOptional()
  @IsInt()
  ordinal?: number;

  @ApiProperty({ description: 'When the dialer took it', format: 'date-time' })
  @IsISO8601()
  claimedAt: string;

  @ApiProperty({ description: 'When it was dialled', format: 'date-time', required: false })
  @IsOptional()
  @IsISO8601()
  originatedAt?: string;

  @ApiProperty({ description: 'When it was answered', format: 'date-time', required: false })
  @IsOptional()
  @IsISO8601()
  answeredAt?: string;

  @ApiProperty({ description: 'When it ended', format: 'date-time', required: false })
  @IsOptional()
  @IsISO8601()
  endedAt?: string;

  @ApiProperty({ description: 'Outcome', required: false })
  @IsOptional()
  @IsString()
  outcome?: string;

  @ApiProperty({ description: 'Q.850', type: 'integer', required: false })
  @IsOptional()
  @IsInt()
  cause?: number;

  @ApiProperty({ description: 'Seconds of the notice that were heard', required: false })
  @IsOptional()
  @IsNumber()
  heardSeconds?: number;

  @ApiProperty({ description: 'As pressed, in order', required: false })
  @IsOptional()
  @IsString()
  keys?: string;

  @ApiProperty({
    description: "Where the outcome comes from: the live call, the PBX's records, or nothing",
    enum: ['live', 'pbx-records', 'none'],
    required: false,
  })
  @IsOptional()
  @IsIn(['live', 'pbx-records', 'none'])
  evidence?: string;

  @ApiProperty({ description: 'What was said, word for word', required: false })
  @IsOptional()
  @IsString()
  spokenText?: string;

  @ApiProperty({ description: 'Hash of the audio that was played', required: false })
  @IsOptional()
  @IsString()
  audioHash?: string;

  @ApiProperty({ description: 'When the next attempt became due', format: 'date-time', required: false })
  @IsOptional()
  @IsISO8601()
  nextDueAt?: string;
}

/** One thing that happened, or will. */
export class TimelineEntry {
  @ApiProperty({ description: 'When', format: 'date-time' })
  @IsISO8601()
  at: string;

  @ApiProperty({
    description: 'What happened',
    enum: ['imported', 'batch-started', 'attempt', 'waiting', 'disposed', 'handed-off', 'receipt'],
  })
  @IsIn(['imported', 'batch-started', 'attempt', 'waiting', 'disposed', 'handed-off', 'receipt'])
  type: string;

  @ApiProperty({ description: 'In both languages', type: BilingualText })
  @ValidateNested()
  @Type(() => BilingualText)
  text: BilingualText;

  @ApiProperty({ description: 'The attempt', type: AttemptView, required: false })
  @IsOptional()
  @ValidateNested()
  @Type(() => AttemptView)
  attempt?: AttemptView;
}

export class ContactTimeline {
  @ApiProperty({ description: 'The contact', type: ContactView })
  @ValidateNested()
  @Type(() => ContactView)
  contact: ContactView;

  @ApiProperty({ description: 'In the order of time', type: [TimelineEntry] })
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => TimelineEntry)
  entries: TimelineEntry[];

  @ApiProperty({
    description: 'One sentence: why not yet, why never, or that the customer was told',
    type: BilingualText,
  })
  @ValidateNested()
  @Type(() => BilingualText)
  summary: BilingualText;
}

/** Why this customer was called, was not, will be, or never will (T2.12). */
export const GetContactTimeline = operation({
  subject: 'ivr.query.get-contact-timeline.v1',
  request: GetContactTimelineRequest,
  reply: ContactTimeline,
  errors: [BATCH_ERRORS.contactNotFound],
});
