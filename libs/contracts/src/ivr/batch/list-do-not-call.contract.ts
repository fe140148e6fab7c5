import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsOptional, IsString, Length } from 'class-validator';
import { operation } from '../../kernel/contract';
import { PageOf, PageRequest } from '../../kernel/paging';
import { DoNotCallView } from './do-not-call.view';
import { BATCH_ERRORS } from './errors';

export class ListDoNotCallRequest extends PageRequest {
  @ApiProperty({ description: 'Telephone number, E.164', required: false })
  @IsOptional()
  @IsString()
  @Length(1, 40)
  number?: string;

  @ApiProperty({ description: 'Also registrations that were removed. Default false', required: false })
  @IsOptional()
  @IsBoolean()
  removed?: boolean;
}

export class DoNotCallPage extends PageOf(DoNotCallView, 'One page') {}

/** The register, newest first. */
export const ListDoNotCall = operation({
  subject: 'ivr.query.list-do-not-call.v1',
  request: ListDoNotCallRequest,
  reply: DoNotCallPage,
  errors: [BATCH_ERRORS.numberInvalid, BATCH_ERRORS.badCursor],
});
