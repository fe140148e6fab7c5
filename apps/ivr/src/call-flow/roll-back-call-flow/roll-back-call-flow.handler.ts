import { Controller } from '@nestjs/common';
import {
  type FlowReference,
  type FlowVersionView,
  type RequestContext,
  RollBackCallFlow as Contract,
} from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { toFlowVersionView } from '../versions/flow-version-view';
import { RollBackCallFlow } from './roll-back-call-flow.use-case';

@Controller()
export class RollBackCallFlowHandler {
  constructor(private readonly rollBackCallFlow: RollBackCallFlow) {}

  @Handles(Contract)
  async handle(request: FlowReference, context: RequestContext): Promise<FlowVersionView> {
    return toFlowVersionView(await this.rollBackCallFlow.execute(request, context));
  }
}
