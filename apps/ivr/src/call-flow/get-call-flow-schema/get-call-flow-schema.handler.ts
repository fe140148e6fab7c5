import { Controller } from '@nestjs/common';
import { type CallFlowSchema, GetCallFlowSchema, type GetCallFlowSchemaRequest } from '@switchyard/contracts';
import { CALL_FLOW_SCHEMA } from '@switchyard/domain';
import { Handles } from '@switchyard/platform';

@Controller()
export class GetCallFlowSchemaHandler {
  @Handles(GetCallFlowSchema)
  async handle(_request: GetCallFlowSchemaRequest): Promise<CallFlowSchema> {
    return { schema: { ...CALL_FLOW_SCHEMA } };
  }
}
