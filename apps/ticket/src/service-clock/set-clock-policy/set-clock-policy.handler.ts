import { Controller } from '@nestjs/common';
import {
  type ClockPolicyView,
  type RequestContext,
  SetClockPolicy,
  SetClockPolicyRequest,
} from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { toPolicyView } from '../policy-view';
import { SetClockPolicyUseCase } from './set-clock-policy.use-case';

@Controller()
export class SetClockPolicyHandler {
  constructor(private readonly setPolicy: SetClockPolicyUseCase) {}

  @Handles(SetClockPolicy)
  async handle(request: SetClockPolicyRequest, { actor }: RequestContext): Promise<ClockPolicyView> {
    const { policyId, document, reason } = request;
    const command = { policyId, document, reason, validFrom: new Date(request.validFrom), setBy: actor.id };
    return toPolicyView(await this.setPolicy.execute(command));
  }
}
