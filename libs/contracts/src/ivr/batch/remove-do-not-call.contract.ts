import { ApiProperty } from '@nestjs/swagger';
import { IsUUID } from 'class-validator';
import { operation } from '../../kernel/contract';
import { DoNotCallView } from './do-not-call.view';
import { BATCH_ERRORS } from './errors';

export class RemoveDoNotCallRequest {
  @ApiProperty({ description: 'Identifier', format: 'uuid' })
  @IsUUID()
  id: string;
}

/** Ends a registration; the record stays, with who removed it and when. */
export const RemoveDoNotCall = operation({
  subject: 'ivr.command.remove-do-not-call.v1',
  request: RemoveDoNotCallRequest,
  reply: DoNotCallView,
  errors: [BATCH_ERRORS.notRegistered],
});
