import { Controller } from '@nestjs/common';
import {
  AGENT_ERRORS,
  type AgentView,
  type DeskRequest,
  type RequestContext,
  SignOutAgent,
} from '@switchyard/contracts';
import { maySignOut, type Relief } from '@switchyard/domain';
import { DomainError, Handles } from '@switchyard/platform';
import type { Agent, Presence } from '../agents/agent';
import { Agents } from '../agents/agents.port';
import { DeskHandler } from '../presence/desk-handler';
import { deskOf, Desks } from '../presence/desks';
import { HandoverGate } from './handover-gate';

@Controller()
export class SignOutAgentHandler extends DeskHandler {
  constructor(
    agents: Agents,
    desks: Desks,
    private readonly handover: HandoverGate,
  ) {
    super(agents, desks);
  }

  @Handles(SignOutAgent)
  async handle({ agentId }: DeskRequest, context: RequestContext): Promise<AgentView> {
    const agent = await deskOf(this.agents, agentId, context);
    if (agent.presence.state.name !== 'signed-out') await this.handover.assertMayLeave(agent, context);
    return this.act(agentId, context, { kind: 'sign-out' }, (agent) => this.assertRelieved(agent));
  }

  private async assertRelieved({ presence }: Agent): Promise<void> {
    if (presence.state.name === 'signed-out') return;
    const may = maySignOut(reliefOf(presence));
    if (may.ok) return;
    switch (may.error) {
      case 'relief-not-named':
        throw new DomainError(
          AGENT_ERRORS.reliefNotNamed,
          'Nobody has been named who takes over; ask the shift leader to name somebody, or to say that nobody needs to.',
        );
      case 'relief-not-signed-in': {
        const id = presence.relief?.agentId;
        const relief = id ? await this.agents.find(id) : undefined;
        throw new DomainError(
          AGENT_ERRORS.reliefNotSignedIn,
          `${relief?.name ?? 'Who takes over'} has not signed in yet; sign out afterwards.`,
          { relief: relief?.workNo, reliefAgentId: id ?? undefined },
        );
      }
    }
  }
}

function reliefOf({ relief, reliefSignedIn }: Presence): Relief {
  if (!relief) return { kind: 'not-named' };
  return relief.agentId === null ? { kind: 'not-needed' } : { kind: 'named', signedIn: reliefSignedIn };
}
