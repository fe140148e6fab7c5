import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsArray, IsIn, IsInt, IsString, IsUUID, ValidateNested } from 'class-validator';
import { event } from '../../kernel/contract';
import { Instant, OptionalInstant } from '../fields';
import { Level, Limit, OptionalWord, Word } from './service-clock.fields';
import { CLOCK_SUBJECTS, type ClockSubjectName, NOTIFIED_ROLES, type NotifiedRole } from './words';

export class EscalationRecipient {
  @ApiProperty({ description: 'Whom it tells', enum: NOTIFIED_ROLES })
  @IsIn(NOTIFIED_ROLES)
  role: NotifiedRole;

  @OptionalWord('Of which department', 'business')
  department?: string;
}

export class ClockEscalatedPayload {
  @ApiProperty({ description: 'Id of the clock', format: 'uuid' })
  @IsUUID()
  clockId: string;

  @ApiProperty({ description: 'What it is about', enum: CLOCK_SUBJECTS })
  @IsIn(CLOCK_SUBJECTS)
  subject: ClockSubjectName;

  @ApiProperty({ description: 'Number of the work order, or id of the outage' })
  @IsString()
  number: string;

  @Word('What is waited for', 'department-result')
  stage: string;

  @Word('Whose clock it is', 'business')
  owner: string;

  @ApiProperty({ description: 'Which time of this stage', type: 'integer' })
  @IsInt()
  cycle: number;

  @Limit()
  limit: string;

  @ApiProperty({ description: 'The policy', example: 'L12' })
  @IsString()
  policyId: string;

  @Level('Level that is told')
  level: number;

  @Instant('When the level was reached')
  at: string;

  @OptionalInstant('When the clock is due')
  dueAt?: string;

  @ApiProperty({ description: 'Whom it tells', type: [EscalationRecipient] })
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => EscalationRecipient)
  recipients: EscalationRecipient[];
}

/** A time limit runs out, has run out, or still has (§22): once for each level, in order. */
export const ClockEscalated = event({
  subject: 'ticket.event.clock-escalated.v1',
  payload: ClockEscalatedPayload,
});
