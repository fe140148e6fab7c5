import { Controller } from '@nestjs/common';
import {
  AGENT_ERRORS,
  type AgentView,
  type RequestContext,
  SetAgentAway,
  type SetAgentAwayRequest,
} from '@switchyard/contracts';
import { DomainError, Handles } from '@switchyard/platform';
import { Agents } from '../agents/agents.port';
import { AwayReasons } from '../away-reasons/away-reasons.port';
import { DeskHandler } from '../presence/desk-handler';
import { Desks } from '../presence/desks';

@Controller()
export class SetAgentAwayHandler extends DeskHandler {
  constructor(
    agents: Agents,
    desks: Desks,
    private readonly reasons: AwayReasons,
  ) {
    super(agents, desks);
  }

  @Handles(SetAgentAway)
  async handle({ agentId, reason }: SetAgentAwayRequest, context: RequestContext): Promise<AgentView> {
    const known = (await this.reasons.list()).filter(({ active }) => active).map(({ code }) => code);
    if (!known.includes(reason)) {
      throw new DomainError(AGENT_ERRORS.awayReasonUnknown, `Choose one of ${known.join(', ')}.`, {
        reasons: known,
      });
    }
    return this.act(agentId, context, { kind: 'away', reason });
  }
}
