import { ApiProperty } from '@nestjs/swagger';
import { IsObject } from 'class-validator';
import { operation } from '../../kernel/contract';

export class GetCallFlowSchemaRequest {}

export class CallFlowSchema {
  @ApiProperty({ description: 'JSON schema of documents', type: 'object', additionalProperties: true })
  @IsObject()
  schema: Record<string, unknown>;
}

export const GetCallFlowSchema = operation({
  subject: 'ivr.query.get-call-flow-schema.v1',
  request: GetCallFlowSchemaRequest,
  reply: CallFlowSchema,
});
