import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { operation } from '../../kernel/contract';
import { PageOf, PageRequest } from '../../kernel/paging';
import { AgentReference } from './agent-reference';
import { AgentView } from './agent.view';
import { AGENT_ERRORS } from './errors';
import { AGENT_STATE_WORDS, type AgentStateWord, QUEUES, type QueueWord } from './words';

export const ACTIVE_CHOICES = ['active', 'inactive', 'all'] as const;

export class ListAgentsRequest extends PageRequest {
  @ApiProperty({ description: 'Only in this state', enum: AGENT_STATE_WORDS, required: false })
  @IsOptional()
  @IsIn(AGENT_STATE_WORDS)
  state?: AgentStateWord;

  @ApiProperty({ description: 'Only with this skill', enum: QUEUES, required: false })
  @IsOptional()
  @IsIn(QUEUES)
  queue?: QueueWord;

  @ApiProperty({
    description: 'Those who work here, those who did, or all',
    enum: ACTIVE_CHOICES,
    default: 'active',
    required: false,
  })
  @IsOptional()
  @IsIn(ACTIVE_CHOICES)
  active?: (typeof ACTIVE_CHOICES)[number];
}

export class AgentPage extends PageOf(AgentView, 'One page') {}

/** Agents by work number. */
export const ListAgents = operation({
  subject: 'ivr.query.list-agents.v1',
  request: ListAgentsRequest,
  reply: AgentPage,
});

export const GetAgent = operation({
  subject: 'ivr.query.get-agent.v1',
  request: AgentReference,
  reply: AgentView,
  errors: [AGENT_ERRORS.notFound],
});
