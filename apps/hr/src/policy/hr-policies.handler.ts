import { Controller } from '@nestjs/common';
import {
  HrPolicyRequest,
  type HrPolicyVersions,
  type HrPolicyView,
  type HrPolicyName,
  ListHrPolicyVersions,
  type RequestContext,
  SetHrPolicy,
  SetHrPolicyRequest,
} from '@switchyard/contracts';
import { Handles, PolicyBook, type PolicyVersion } from '@switchyard/platform';

@Controller()
export class HrPoliciesHandler {
  constructor(private readonly policies: PolicyBook) {}

  @Handles(ListHrPolicyVersions)
  async versions({ name }: HrPolicyRequest): Promise<HrPolicyVersions> {
    return { items: (await this.policies.versions(name)).map(toView) };
  }

  @Handles(SetHrPolicy)
  async set(
    { name, document, validFrom }: SetHrPolicyRequest,
    { actor }: RequestContext,
  ): Promise<HrPolicyView> {
    return toView(
      await this.policies.set({ name, document, validFrom: new Date(validFrom), setBy: actor.id }),
    );
  }
}

function toView({ validFrom, ...version }: PolicyVersion<HrPolicyName>): HrPolicyView {
  return { ...version, validFrom: validFrom.toISOString() };
}
