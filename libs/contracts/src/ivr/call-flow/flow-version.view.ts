import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsInt, IsISO8601, IsObject, IsOptional, IsString, IsUUID } from 'class-validator';
import { FLOW_VERSION_STATES, type FlowVersionStateName } from './words';

/** One version of a call flow, without its document. */
export class FlowVersionView {
  @ApiProperty({
    description: 'Identifier; calls name it as the version that they began with',
    format: 'uuid',
  })
  @IsUUID()
  id: string;

  @ApiProperty({ description: 'Name of the call flow' })
  @IsString()
  name: string;

  @ApiProperty({ description: 'Counted from 1 for each flow', type: 'integer' })
  @IsInt()
  number: number;

  @ApiProperty({
    description: '`published`: new calls begin with it; `retired`: was published once',
    enum: FLOW_VERSION_STATES,
  })
  @IsIn(FLOW_VERSION_STATES)
  state: FlowVersionStateName;

  @ApiProperty({ description: 'SHA-256 of the document, hex' })
  @IsString()
  sha256: string;

  @ApiProperty({ description: 'What its writer said about it', required: false })
  @IsOptional()
  @IsString()
  note?: string;

  @ApiProperty({ description: 'Who wrote it' })
  @IsString()
  createdBy: string;

  @ApiProperty({ description: 'When it was written', format: 'date-time' })
  @IsISO8601()
  createdAt: string;

  @ApiProperty({ description: 'When it was published last', format: 'date-time', required: false })
  @IsOptional()
  @IsISO8601()
  publishedAt?: string;
}

export class FlowVersionDetail extends FlowVersionView {
  @ApiProperty({
    description: 'The document, as the schema at /call-flows/schema describes it',
    type: 'object',
    additionalProperties: true,
  })
  @IsObject()
  document: Record<string, unknown>;
}
