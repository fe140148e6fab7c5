import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsArray, IsOptional, IsString, ValidateNested } from 'class-validator';
import { operation } from '../../kernel/contract';
import { PageRequest } from '../../kernel/paging';
import { FlowName } from './fields';
import { FlowVersionView } from './flow-version.view';

export class ListFlowVersionsRequest extends PageRequest {
  @FlowName()
  name: string;
}

export class FlowVersionPage {
  @ApiProperty({ description: 'One page', type: [FlowVersionView] })
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => FlowVersionView)
  items: FlowVersionView[];

  @ApiProperty({
    description: 'Hand it back as `cursor` for the next page; absent on the last',
    required: false,
  })
  @IsOptional()
  @IsString()
  nextCursor?: string;
}

/** Versions of one flow, the newest first. */
export const ListFlowVersions = operation({
  subject: 'ivr.query.list-flow-versions.v1',
  request: ListFlowVersionsRequest,
  reply: FlowVersionPage,
});
