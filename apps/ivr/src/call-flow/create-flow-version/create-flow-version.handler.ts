import { Controller } from '@nestjs/common';
import {
  CreateFlowVersion as Contract,
  type CreateFlowVersionRequest,
  type FlowVersionView,
  type RequestContext,
} from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { toFlowVersionView } from '../versions/flow-version-view';
import { CreateFlowVersion } from './create-flow-version.use-case';

@Controller()
export class CreateFlowVersionHandler {
  constructor(private readonly createFlowVersion: CreateFlowVersion) {}

  @Handles(Contract)
  async handle(request: CreateFlowVersionRequest, context: RequestContext): Promise<FlowVersionView> {
    return toFlowVersionView(await this.createFlowVersion.execute(request, context));
  }
}
