import { Controller } from '@nestjs/common';
import {
  type CallFlowList,
  type CallFlowView,
  ListCallFlows,
  type ListCallFlowsRequest,
} from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { isNewer, storedBuiltIn } from '../published-flows/built-in-flow';
import type { FlowVersionHead } from '../versions/flow-version';
import { FlowVersions, type StoredFlow } from '../versions/flow-versions.port';

@Controller()
export class ListCallFlowsHandler {
  constructor(private readonly versions: FlowVersions) {}

  @Handles(ListCallFlows)
  async handle(_request: ListCallFlowsRequest): Promise<CallFlowList> {
    const flows = await this.versions.flows();
    const builtIn = await storedBuiltIn(this.versions);
    return { items: flows.map((flow) => toView(flow, flow.name === builtIn?.name ? builtIn : undefined)) };
  }
}

function toView(flow: StoredFlow, builtIn: FlowVersionHead | undefined): CallFlowView {
  const { name, newestNumber, publishedNumber } = flow;
  return {
    name,
    newestNumber,
    ...(publishedNumber === null ? {} : { publishedNumber }),
    ...(builtIn === undefined ? {} : { builtInNumber: builtIn.number }),
    builtInIsNewer: builtIn !== undefined && isNewer(builtIn, flow),
  };
}
