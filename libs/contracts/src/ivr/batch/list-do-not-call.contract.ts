import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsArray, IsBoolean, IsOptional, IsString, Length, ValidateNested } from 'class-validator';
import { operation } from '../../kernel/contract';
import { PageRequest } from '../../kernel/paging';
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

export class DoNotCallPage {
  @ApiProperty({ description: 'One page', type: [DoNotCallView] })
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => DoNotCallView)
  items: DoNotCallView[];

  @ApiProperty({
    description: 'Hand it back as `cursor` for the next page; absent on the last',
    required: false,
  })
  @IsOptional()
  @IsString()
  nextCursor?: string;
}

/** The register, newest first. */
export const ListDoNotCall = operation({
  subject: 'ivr.query.list-do-not-call.v1',
  request: ListDoNotCallRequest,
  reply: DoNotCallPage,
  errors: [BATCH_ERRORS.numberInvalid, BATCH_ERRORS.badCursor],
});
