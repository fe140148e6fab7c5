import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsArray, IsIn, IsOptional, IsString, ValidateNested } from 'class-validator';
import { operation } from '../../kernel/contract';
import { CALL_FLOW_ERRORS } from './errors';
import { FlowName, VersionNumber } from './fields';

export class DiffFlowVersionsRequest {
  @FlowName()
  name: string;

  @VersionNumber('The older version')
  from: number;

  @VersionNumber('The newer version')
  to: number;
}

const CHANGES = ['added', 'removed', 'changed'] as const;

export class FlowChange {
  @ApiProperty({ description: 'Where, e.g. `nodes.main.keys.1`' })
  @IsString()
  path: string;

  @ApiProperty({ description: 'What happened there', enum: CHANGES })
  @IsIn(CHANGES)
  change: (typeof CHANGES)[number];

  @ApiProperty({ description: 'JSON of what stood there', required: false })
  @IsOptional()
  @IsString()
  before?: string;

  @ApiProperty({ description: 'JSON of what stands there', required: false })
  @IsOptional()
  @IsString()
  after?: string;
}

export class FlowDiff {
  @ApiProperty({ description: 'Changes in the order of the documents', type: [FlowChange] })
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => FlowChange)
  changes: FlowChange[];
}

/** What changed from one version to another. */
export const DiffFlowVersions = operation({
  subject: 'ivr.query.diff-flow-versions.v1',
  request: DiffFlowVersionsRequest,
  reply: FlowDiff,
  errors: [CALL_FLOW_ERRORS.versionNotFound],
});
