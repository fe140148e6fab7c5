import { Controller } from '@nestjs/common';
import {
  type RequestContext,
  SetWorkOrderKind,
  SetWorkOrderKindRequest,
  type WorkOrderKindView,
} from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { toKindView } from '../kind-view';
import { SetKind } from './set-kind.use-case';

@Controller()
export class SetKindHandler {
  constructor(private readonly setKind: SetKind) {}

  @Handles(SetWorkOrderKind)
  async handle(request: SetWorkOrderKindRequest, { actor }: RequestContext): Promise<WorkOrderKindView> {
    const { kind, definition } = request;
    const validFrom = new Date(request.validFrom);
    return toKindView(await this.setKind.execute({ kind, definition, validFrom, setBy: actor.id }));
  }
}
