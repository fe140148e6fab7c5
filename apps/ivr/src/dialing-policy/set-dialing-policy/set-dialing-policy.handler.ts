import { Controller } from '@nestjs/common';
import {
  type DialingPolicyVersionView,
  type RequestContext,
  SetDialingPolicy as Contract,
  SetDialingPolicyRequest,
} from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { ShownPolicies } from '../shown-policies';
import { SetDialingPolicy } from './set-dialing-policy.use-case';

@Controller()
export class SetDialingPolicyHandler {
  constructor(
    private readonly setPolicy: SetDialingPolicy,
    private readonly shown: ShownPolicies,
  ) {}

  @Handles(Contract)
  async handle(
    request: SetDialingPolicyRequest,
    { actor }: RequestContext,
  ): Promise<DialingPolicyVersionView> {
    const added = await this.setPolicy.execute(request, actor.name || actor.id);
    return this.shown.added(added);
  }
}
