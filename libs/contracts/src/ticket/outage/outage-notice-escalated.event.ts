import { ApiProperty } from '@nestjs/swagger';
import { IsArray, IsInt, IsString, IsUUID, Min } from 'class-validator';
import { event } from '../../kernel/contract';
import { Instant, OptionalText, RequiredText } from '../fields';

export class OutageNoticeEscalatedPayload {
  @ApiProperty({ description: 'The outage', format: 'uuid' })
  @IsUUID()
  outageId: string;

  @ApiProperty({ description: 'The plan', format: 'uuid' })
  @IsUUID()
  planId: string;

  @RequiredText('Who has not confirmed', 80)
  recipient: string;

  @ApiProperty({ description: 'How often, from 1', type: 'integer', minimum: 1 })
  @IsInt()
  @Min(1)
  level: number;

  @ApiProperty({
    description: 'Who is to see to it: agents, shift-leader, centre-head, city, province',
    type: [String],
  })
  @IsArray()
  @IsString({ each: true })
  recipients: string[];

  @OptionalText('Why calls did not reach the customer', 100)
  failure?: string;

  @Instant('When')
  at: string;
}

/** An important customer has not confirmed an outage in time (art. 19(4)(5)). */
export const OutageNoticeEscalated = event({
  subject: 'ticket.event.outage-notice-escalated.v1',
  payload: OutageNoticeEscalatedPayload,
});
