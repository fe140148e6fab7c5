import { Controller } from '@nestjs/common';
import {
  ClassifyWorkOrder,
  ClassifyWorkOrderRequest,
  type RequestContext,
  type WorkOrderView,
} from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { ActOnWorkOrder } from '../act/act-on-work-order';
import { AssertKnown } from '../open-work-order/assert-known';
import { KindDefinitions } from '../kinds/kind-definitions';
import type { WorkOrder } from '../work-orders.port';
import { classified, type Definition } from './classified';

@Controller()
export class ClassifyWorkOrderHandler {
  constructor(
    private readonly act: ActOnWorkOrder,
    private readonly definitions: KindDefinitions,
    private readonly known: AssertKnown,
  ) {}

  @Handles(ClassifyWorkOrder)
  handle(request: ClassifyWorkOrderRequest, context: RequestContext): Promise<WorkOrderView> {
    return this.act.execute(
      request,
      async (workOrder, now) => {
        await this.known.assert({ contentCategory: request.contentCategory }, now);
        return classified(workOrder, request, await this.definition(workOrder, request, now), now);
      },
      context,
    );
  }

  /** A work order keeps its version unless it becomes another kind. */
  private async definition(
    { kind, kindVersion }: WorkOrder,
    request: ClassifyWorkOrderRequest,
    now: Date,
  ): Promise<Definition> {
    if (request.kind !== undefined && request.kind !== kind)
      return this.definitions.inForce(request.kind, now);
    return { version: kindVersion, definition: await this.definitions.get(kind, kindVersion) };
  }
}
