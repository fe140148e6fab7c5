import { ApiProperty } from '@nestjs/swagger';
import { IsArray, IsIn, IsISO8601, IsString, IsUUID } from 'class-validator';
import { event } from '../../kernel/contract';
import { BATCH_KINDS, type BatchKindName } from '../batch/words';

export class HumanRequestedPayload {
  @ApiProperty({ description: 'The call: the channel id at the PBX' })
  @IsString()
  callId: string;

  @ApiProperty({ description: 'The batch whose notice was told', format: 'uuid' })
  @IsUUID()
  batchId: string;

  @ApiProperty({ description: 'Kind of notice', enum: BATCH_KINDS })
  @IsIn(BATCH_KINDS)
  kind: BatchKindName;

  @ApiProperty({ description: 'Number to call back, E.164' })
  @IsString()
  number: string;

  @ApiProperty({ description: 'Accounts that the notice was about', type: [String] })
  @IsArray()
  @IsString({ each: true })
  accountNos: string[];

  @ApiProperty({ description: 'When it was asked', format: 'date-time' })
  @IsISO8601()
  at: string;
}

/** A customer pressed 0 on a notice call and waits to be called back by a human; once per call. */
export const HumanRequested = event({
  subject: 'ivr.event.human-requested.v1',
  payload: HumanRequestedPayload,
});
