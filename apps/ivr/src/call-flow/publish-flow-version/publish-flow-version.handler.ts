import { Controller } from '@nestjs/common';
import {
  type FlowVersionReference,
  type FlowVersionView,
  PublishFlowVersion as Contract,
  type RequestContext,
} from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { toFlowVersionView } from '../versions/flow-version-view';
import { PublishFlowVersion } from './publish-flow-version.use-case';

@Controller()
export class PublishFlowVersionHandler {
  constructor(private readonly publishFlowVersion: PublishFlowVersion) {}

  @Handles(Contract)
  async handle(request: FlowVersionReference, context: RequestContext): Promise<FlowVersionView> {
    return toFlowVersionView(await this.publishFlowVersion.execute(request, context));
  }
}
