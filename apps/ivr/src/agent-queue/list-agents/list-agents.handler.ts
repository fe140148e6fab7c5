import { Controller } from '@nestjs/common';
import { type AgentPage, ListAgents, type ListAgentsRequest } from '@switchyard/contracts';
import { CURSOR_PARTS, decodeCursor, Handles, pageOf } from '@switchyard/platform';
import { toAgentView } from '../agents/agent-view';
import { Agents } from '../agents/agents.port';
import { Desks } from '../presence/desks';

const DEFAULT_LIMIT = 50;
const ACTIVE = { active: true, inactive: false, all: undefined } as const;

@Controller()
export class ListAgentsHandler {
  constructor(
    private readonly agents: Agents,
    private readonly desks: Desks,
  ) {}

  @Handles(ListAgents)
  async handle(request: ListAgentsRequest): Promise<AgentPage> {
    const { state, queue, active = 'active', cursor, limit = DEFAULT_LIMIT } = request;
    const after = cursor === undefined ? undefined : decodeCursor(cursor, CURSOR_PARTS.text)[0];
    const rows = await this.agents.list({ state, queue, active: ACTIVE[active], limit, after });
    const page = pageOf(rows, limit, ({ workNo }) => [workNo]);
    const policy = await this.desks.policy();
    return { ...page, items: page.items.map((agent) => toAgentView(agent, policy)) };
  }
}
