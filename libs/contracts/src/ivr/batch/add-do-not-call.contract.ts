import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Length } from 'class-validator';
import { operation } from '../../kernel/contract';
import { DoNotCallView } from './do-not-call.view';
import { BATCH_ERRORS } from './errors';
import { BATCH_KINDS, type BatchKindName } from './words';

export class AddDoNotCallRequest {
  @ApiProperty({ description: 'In any form that an import would take' })
  @IsString()
  @Length(1, 40)
  number: string;

  @ApiProperty({ description: 'Kind of notice', enum: BATCH_KINDS, required: false })
  @IsOptional()
  @IsIn(BATCH_KINDS)
  kind?: BatchKindName;

  @ApiProperty({ description: 'Why' })
  @IsString()
  @Length(1, 200)
  reason: string;
}

/** Registers a number; contacts not dialled yet go to hand-off at their next check (T2.9). */
export const AddDoNotCall = operation({
  subject: 'ivr.command.add-do-not-call.v1',
  request: AddDoNotCallRequest,
  reply: DoNotCallView,
  errors: [BATCH_ERRORS.numberInvalid, BATCH_ERRORS.alreadyRegistered],
});
