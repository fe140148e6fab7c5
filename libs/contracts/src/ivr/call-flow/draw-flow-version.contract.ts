import { ApiProperty } from '@nestjs/swagger';
import { IsString } from 'class-validator';
import { operation } from '../../kernel/contract';
import { CALL_FLOW_ERRORS } from './errors';
import { FlowVersionReference } from './flow-version-reference';

export class FlowDiagram {
  @ApiProperty({ description: 'Mermaid text' })
  @IsString()
  mermaid: string;
}

export const DrawFlowVersion = operation({
  subject: 'ivr.query.draw-flow-version.v1',
  request: FlowVersionReference,
  reply: FlowDiagram,
  errors: [CALL_FLOW_ERRORS.versionNotFound],
});
