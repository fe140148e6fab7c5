import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean, IsOptional, IsUUID } from 'class-validator';
import { operation } from '../../kernel/contract';
import { PageOf, PageRequest } from '../../kernel/paging';
import { OptionalText, RequiredText } from '../fields';
import { HandoverMatterView } from './handover.view';
import { HANDOVER_ERRORS } from './words';

export class RecordMatterRequest {
  @RequiredText('What is to be passed on, and to whom', 1000)
  text: string;
}

/** Something could not be passed on yet: it goes from shift to shift until it is. */
export const RecordMatter = operation({
  subject: 'ticket.command.record-matter.v1',
  request: RecordMatterRequest,
  reply: HandoverMatterView,
});

export class SettleMatterRequest {
  @ApiProperty({ description: 'Id of the matter', format: 'uuid' })
  @IsUUID()
  matterId: string;

  @RequiredText('What came of it, for who took it first', 1000)
  result: string;
}

/** It was passed on; told twice, the first result stays. */
export const SettleMatter = operation({
  subject: 'ticket.command.settle-matter.v1',
  request: SettleMatterRequest,
  reply: HandoverMatterView,
  errors: [HANDOVER_ERRORS.matterNotFound],
});

export class ListMattersRequest extends PageRequest {
  @OptionalText('Only those that this sign-in account took first', 200)
  recordedBy?: string;

  @ApiPropertyOptional({ description: 'Only settled, or only open' })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  settled?: boolean;
}

export class MatterPage extends PageOf(HandoverMatterView, 'The latest first') {}

export const ListMatters = operation({
  subject: 'ticket.query.matters.v1',
  request: ListMattersRequest,
  reply: MatterPage,
});
