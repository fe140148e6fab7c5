import { Controller, Inject } from '@nestjs/common';
import {
  AGENT_ERRORS,
  type AgentPolicies as Reply,
  type AgentPolicyView,
  ListAgentPolicies,
  PutAgentPolicy,
  type PutAgentPolicyRequest,
  type RequestContext,
} from '@switchyard/contracts';
import { STANDARD_AGENT_POLICY } from '@switchyard/domain';
import { CLOCK, type Clock, DomainError, Handles } from '@switchyard/platform';
import { AgentPolicies, type DatedAgentPolicy } from '../policy/agent-policies.port';
import { actorOf } from '../presence/desks';

@Controller()
export class AgentPoliciesHandler {
  constructor(
    private readonly policies: AgentPolicies,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Handles(ListAgentPolicies)
  async list(): Promise<Reply> {
    return { items: (await this.policies.list()).map(toView) };
  }

  @Handles(PutAgentPolicy)
  async put(
    { validFrom, ...body }: PutAgentPolicyRequest,
    context: RequestContext,
  ): Promise<AgentPolicyView> {
    const { messageDays, evidenceDays, strayFileDays } = STANDARD_AGENT_POLICY;
    const policy = { messageDays, evidenceDays, strayFileDays, ...body };
    const dated = { validFrom: new Date(validFrom), policy, createdBy: actorOf(context) };
    if (dated.validFrom < this.clock.now()) {
      throw new DomainError(
        AGENT_ERRORS.policyInvalid,
        'validFrom lies in the past, which is not rewritten; give a moment from now on.',
        { fields: [{ field: 'validFrom', problems: ['must not be in the past'] }] },
      );
    }
    await this.policies.put(dated);
    return toView(dated);
  }
}

function toView({ validFrom, policy, createdBy }: DatedAgentPolicy): AgentPolicyView {
  const { afterCallWork } = policy;
  return {
    ...policy,
    afterCallWork: { ...afterCallWork },
    validFrom: validFrom.toISOString(),
    createdBy,
  };
}
