import { Controller } from '@nestjs/common';
import {
  type ClockPolicyList,
  ClockPolicyReference,
  ListClockPolicyVersions,
  SERVICE_CLOCK_ERRORS,
} from '@switchyard/contracts';
import { DomainError, Handles } from '@switchyard/platform';
import { ClockPolicies } from '../clock-policies.port';
import { STANDARD_VERSIONS, toPolicyView } from '../policy-view';

@Controller()
export class ListClockPolicyVersionsHandler {
  constructor(private readonly policies: ClockPolicies) {}

  @Handles(ListClockPolicyVersions)
  async handle({ policyId }: ClockPolicyReference): Promise<ClockPolicyList> {
    const all = [...STANDARD_VERSIONS, ...(await this.policies.all())];
    const versions = all.filter(({ policy }) => policy.id === policyId);
    if (versions.length > 0) return { items: versions.reverse().map(toPolicyView) };
    throw new DomainError(
      SERVICE_CLOCK_ERRORS.policyNotFound,
      `There is no time limit ${policyId}; GET /service-clock-policies lists them.`,
      { policyId },
    );
  }
}
