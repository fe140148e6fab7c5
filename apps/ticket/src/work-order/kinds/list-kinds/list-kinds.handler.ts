import { Controller, Inject } from '@nestjs/common';
import {
  ListWorkOrderKinds,
  ListWorkOrderKindsRequest,
  WORK_ORDER_KINDS,
  type WorkOrderKinds,
} from '@switchyard/contracts';
import { CLOCK, type Clock, Handles } from '@switchyard/platform';
import { KindDefinitions } from '../kind-definitions';
import { toKindView } from '../kind-view';

@Controller()
export class ListKindsHandler {
  constructor(
    private readonly definitions: KindDefinitions,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Handles(ListWorkOrderKinds)
  async handle(_request: ListWorkOrderKindsRequest): Promise<WorkOrderKinds> {
    const now = this.clock.now();
    const versions = await Promise.all(WORK_ORDER_KINDS.map((kind) => this.definitions.inForce(kind, now)));
    return { items: versions.map(toKindView) };
  }
}
