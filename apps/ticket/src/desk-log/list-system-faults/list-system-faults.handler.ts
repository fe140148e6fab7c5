import { Controller } from '@nestjs/common';
import { ListSystemFaults, ListSystemFaultsRequest, type SystemFaultPage } from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { toSystemFaultView } from '../desk-log-view';
import { SystemFaults } from '../system-faults.port';

@Controller()
export class ListSystemFaultsHandler {
  constructor(private readonly faults: SystemFaults) {}

  @Handles(ListSystemFaults)
  async handle(request: ListSystemFaultsRequest): Promise<SystemFaultPage> {
    const { limit = 50, cursor, status, from, before } = request;
    const filter = {
      status,
      ...(from !== undefined && { from: new Date(from) }),
      ...(before !== undefined && { before: new Date(before) }),
    };
    const page = await this.faults.list(filter, limit, cursor);
    return { items: page.items.map(toSystemFaultView), nextCursor: page.nextCursor };
  }
}
