import { ApiProperty } from '@nestjs/swagger';
import { IsOptional, IsString, Length } from 'class-validator';
import { operation } from '../../kernel/contract';
import { CALL_FLOW_ERRORS } from './errors';
import { FlowName } from './fields';
import { FlowVersionView } from './flow-version.view';

/** Characters of a document's source; larger ones are refused. */
export const FLOW_SOURCE_MAX = 1_000_000;

export class CreateFlowVersionRequest {
  @FlowName()
  name: string;

  @ApiProperty({ description: 'The document, JSON or YAML', maxLength: FLOW_SOURCE_MAX })
  @IsString()
  @Length(1, FLOW_SOURCE_MAX)
  source: string;

  @ApiProperty({ description: 'What changed, and why', maxLength: 500, required: false })
  @IsOptional()
  @IsString()
  @Length(1, 500)
  note?: string;
}

/** Stores a draft that holds no problem; the same document as the newest version is that version. */
export const CreateFlowVersion = operation({
  subject: 'ivr.command.create-flow-version.v1',
  request: CreateFlowVersionRequest,
  reply: FlowVersionView,
  errors: [CALL_FLOW_ERRORS.unreadable, CALL_FLOW_ERRORS.invalid],
});
