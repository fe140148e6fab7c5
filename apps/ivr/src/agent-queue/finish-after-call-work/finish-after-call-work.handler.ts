import { Controller } from '@nestjs/common';
import {
  type AgentView,
  type DeskRequest,
  FinishAfterCallWork,
  type RequestContext,
} from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { Agents } from '../agents/agents.port';
import { DeskHandler } from '../presence/desk-handler';
import { Desks } from '../presence/desks';

@Controller()
export class FinishAfterCallWorkHandler extends DeskHandler {
  constructor(agents: Agents, desks: Desks) {
    super(agents, desks);
  }

  @Handles(FinishAfterCallWork)
  handle({ agentId }: DeskRequest, context: RequestContext): Promise<AgentView> {
    return this.act(agentId, context, { kind: 'finish-after-call-work' });
  }
}
