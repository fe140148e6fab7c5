import { Controller } from '@nestjs/common';
import { type CallFlowList, ListCallFlows, type ListCallFlowsRequest } from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { FlowVersions } from '../versions/flow-versions.port';

@Controller()
export class ListCallFlowsHandler {
  constructor(private readonly versions: FlowVersions) {}

  @Handles(ListCallFlows)
  async handle(_request: ListCallFlowsRequest): Promise<CallFlowList> {
    const flows = await this.versions.flows();
    return {
      items: flows.map(({ name, newestNumber, publishedNumber }) => ({
        name,
        newestNumber,
        ...(publishedNumber === null ? {} : { publishedNumber }),
      })),
    };
  }
}
