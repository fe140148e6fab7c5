import { Controller } from '@nestjs/common';
import {
  LinkWorkOrder,
  LinkWorkOrderRequest,
  type RequestContext,
  type WorkOrderView,
} from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { ActOnWorkOrder } from '../act/act-on-work-order';
import { AssertParent } from './assert-parent';

@Controller()
export class LinkWorkOrderHandler {
  constructor(
    private readonly act: ActOnWorkOrder,
    private readonly parents: AssertParent,
  ) {}

  @Handles(LinkWorkOrder)
  handle(request: LinkWorkOrderRequest, context: RequestContext): Promise<WorkOrderView> {
    const { parent } = request;
    return this.act.execute(
      request,
      async (child) => {
        if (parent !== null) await this.parents.assert(child, parent);
        return { events: [{ type: 'linked', data: { parent } }] };
      },
      context,
    );
  }
}
