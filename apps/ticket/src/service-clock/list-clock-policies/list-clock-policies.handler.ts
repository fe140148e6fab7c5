import { Controller, Inject } from '@nestjs/common';
import { type ClockPolicyList, ListClockPolicies, ListClockPoliciesRequest } from '@switchyard/contracts';
import { CLOCK, type Clock, Handles } from '@switchyard/platform';
import { ClockPolicies, type SetPolicyVersion } from '../clock-policies.port';
import { STANDARD_VERSIONS, toPolicyView } from '../policy-view';

@Controller()
export class ListClockPoliciesHandler {
  constructor(
    private readonly policies: ClockPolicies,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Handles(ListClockPolicies)
  async handle(_: ListClockPoliciesRequest): Promise<ClockPolicyList> {
    const now = this.clock.now();
    const holding = new Map<string, SetPolicyVersion>();
    for (const version of [...STANDARD_VERSIONS, ...(await this.policies.all())]) {
      const rival = holding.get(version.policy.id);
      if (version.validFrom <= now && (!rival || rival.validFrom <= version.validFrom)) {
        holding.set(version.policy.id, version);
      }
    }
    return { items: [...holding.values()].sort(byId).map(toPolicyView) };
  }
}

function byId({ policy: one }: SetPolicyVersion, { policy: other }: SetPolicyVersion): number {
  return one.id < other.id ? -1 : 1;
}
