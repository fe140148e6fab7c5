import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsArray, IsInt, IsOptional, IsString, ValidateNested } from 'class-validator';
import { operation } from '../../kernel/contract';

export class ListCallFlowsRequest {}

export class CallFlowView {
  @ApiProperty({ description: 'Name of the call flow' })
  @IsString()
  name: string;

  @ApiProperty({ description: 'Number of the version in force', type: 'integer', required: false })
  @IsOptional()
  @IsInt()
  publishedNumber?: number;

  @ApiProperty({ description: 'Number of the newest version', type: 'integer' })
  @IsInt()
  newestNumber: number;
}

export class CallFlowList {
  @ApiProperty({ description: 'Every call flow, by name', type: [CallFlowView] })
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => CallFlowView)
  items: CallFlowView[];
}

export const ListCallFlows = operation({
  subject: 'ivr.query.list-call-flows.v1',
  request: ListCallFlowsRequest,
  reply: CallFlowList,
});
