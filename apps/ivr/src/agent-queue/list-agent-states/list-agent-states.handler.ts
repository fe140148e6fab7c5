import { Controller } from '@nestjs/common';
import { type AgentStatePage, ListAgentStates, type ListAgentStatesRequest } from '@switchyard/contracts';
import { CURSOR_PARTS, decodeCursor, Handles, pageOf } from '@switchyard/platform';
import { agentNotFound } from '../agents/agent-errors';
import { Agents } from '../agents/agents.port';
import { Presences } from '../presence/presences.port';

const DEFAULT_LIMIT = 50;

@Controller()
export class ListAgentStatesHandler {
  constructor(
    private readonly agents: Agents,
    private readonly presences: Presences,
  ) {}

  @Handles(ListAgentStates)
  async handle(request: ListAgentStatesRequest): Promise<AgentStatePage> {
    const { agentId, from, to, cursor, limit = DEFAULT_LIMIT } = request;
    if (!(await this.agents.find(agentId))) throw agentNotFound();
    const rows = await this.presences.spans({
      agentId,
      limit,
      from: from === undefined ? undefined : new Date(from),
      to: to === undefined ? undefined : new Date(to),
      before: cursor === undefined ? undefined : decodeCursor(cursor, CURSOR_PARTS.integer)[0],
    });
    const page = pageOf(rows, limit, ({ id }) => [id]);
    return {
      ...page,
      items: page.items.map((span) => ({
        state: span.state,
        reason: span.reason ?? undefined,
        callId: span.callId ?? undefined,
        queue: span.queue ?? undefined,
        from: span.from.toISOString(),
        until: span.until?.toISOString(),
        cause: span.cause,
        changedBy: span.changedBy,
      })),
    };
  }
}
