import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsArray, IsBoolean, IsString, Length, ValidateNested } from 'class-validator';
import { operation } from '../../kernel/contract';
import { CALL_FLOW_ERRORS } from './errors';
import { FLOW_SOURCE_MAX } from './create-flow-version.contract';

export class CheckCallFlowRequest {
  @ApiProperty({ description: 'The document, JSON or YAML', maxLength: FLOW_SOURCE_MAX })
  @IsString()
  @Length(1, FLOW_SOURCE_MAX)
  source: string;
}

export class CallFlowProblem {
  @ApiProperty({ description: 'Where, e.g. `nodes.main.keys.1`' })
  @IsString()
  path: string;

  @ApiProperty({ description: 'Stable code of what is wrong, e.g. `unreachable-node`' })
  @IsString()
  code: string;

  @ApiProperty({ description: 'What is wrong, and what would be right' })
  @IsString()
  problem: string;
}

export class CallFlowCheck {
  @ApiProperty({ description: 'Whether it could be stored and published as it is' })
  @IsBoolean()
  valid: boolean;

  @ApiProperty({ description: 'Everything that is wrong with it', type: [CallFlowProblem] })
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => CallFlowProblem)
  problems: CallFlowProblem[];
}

/** Tells every problem of a document in one answer, and stores nothing. */
export const CheckCallFlow = operation({
  subject: 'ivr.query.check-call-flow.v1',
  request: CheckCallFlowRequest,
  reply: CallFlowCheck,
  errors: [CALL_FLOW_ERRORS.unreadable],
});
