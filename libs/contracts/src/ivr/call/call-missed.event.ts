import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsInt, IsISO8601, IsString, MaxLength, Min } from 'class-validator';
import { event } from '../../kernel/contract';
import { VALUE_TIERS, type ValueTier } from '../../ticket/account/account.view';
import { OptionalAccountNo, Phone } from '../../ticket/fields';

export class CallMissedPayload {
  @ApiProperty({ description: 'The call: the channel id at the PBX' })
  @IsString()
  @MaxLength(80)
  callId: string;

  @ApiProperty({ description: 'When the caller gave up', format: 'date-time' })
  @IsISO8601()
  at: string;

  @Phone('Number to call back')
  phone: string;

  @OptionalAccountNo()
  accountNo?: string;

  @ApiProperty({ description: "The caller's value tier", enum: VALUE_TIERS })
  @IsIn(VALUE_TIERS)
  valueTier: ValueTier;

  @ApiProperty({ description: 'Queue in which the caller waited' })
  @IsString()
  @MaxLength(40)
  queue: string;

  @ApiProperty({ description: 'Seconds that the caller had waited', type: 'integer' })
  @IsInt()
  @Min(0)
  waitedSeconds: number;

  @ApiProperty({ description: 'When the caller must have been called back (L30)', format: 'date-time' })
  @IsISO8601()
  callBackBy: string;
}

/** A caller who is owed a call back gave up waiting for a human (L30); once per call. */
export const CallMissed = event({
  subject: 'ivr.event.call-missed.v1',
  payload: CallMissedPayload,
});
