import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsArray, IsBoolean, IsInt, IsOptional, IsString, ValidateNested } from 'class-validator';
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

  @ApiProperty({
    description:
      'Number of the version that comes with this release of the product, a draft until it is published',
    type: 'integer',
    required: false,
  })
  @IsOptional()
  @IsInt()
  builtInNumber?: number;

  @ApiProperty({
    description:
      'Whether that version was stored after the one in force: compare the two by diff, then publish it, or take over ' +
      'from it into a version of your own',
  })
  @IsBoolean()
  builtInIsNewer: boolean;
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
