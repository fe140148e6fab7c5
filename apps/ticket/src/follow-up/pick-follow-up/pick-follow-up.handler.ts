import { Controller } from '@nestjs/common';
import {
  type FollowUpView,
  PickFollowUp,
  PickFollowUpRequest,
  type RequestContext,
} from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { toFollowUpView } from '../follow-up-view';
import { PickFollowUpUseCase } from './pick-follow-up.use-case';

@Controller()
export class PickFollowUpHandler {
  constructor(private readonly pick: PickFollowUpUseCase) {}

  @Handles(PickFollowUp)
  async handle(
    { workOrderNumber, reason }: PickFollowUpRequest,
    context: RequestContext,
  ): Promise<FollowUpView> {
    return toFollowUpView(await this.pick.execute(workOrderNumber, reason, context));
  }
}
