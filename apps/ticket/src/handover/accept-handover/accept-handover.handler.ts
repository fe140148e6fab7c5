import { Controller } from '@nestjs/common';
import {
  AcceptHandover,
  AcceptHandoverRequest,
  type HandoverView,
  type RequestContext,
} from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { AcceptHandoverUseCase } from './accept-handover.use-case';

@Controller()
export class AcceptHandoverHandler {
  constructor(private readonly accept: AcceptHandoverUseCase) {}

  @Handles(AcceptHandover)
  handle(request: AcceptHandoverRequest, context: RequestContext): Promise<HandoverView> {
    return this.accept.execute(request, context);
  }
}
