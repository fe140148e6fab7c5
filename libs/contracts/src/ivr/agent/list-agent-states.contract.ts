import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsISO8601, IsOptional, IsString, IsUUID } from 'class-validator';
import { operation } from '../../kernel/contract';
import { PageOf, PageRequest } from '../../kernel/paging';
import { AGENT_ERRORS } from './errors';
import { AGENT_STATE_WORDS, type AgentStateWord } from './words';

export class ListAgentStatesRequest extends PageRequest {
  @ApiProperty({ description: 'The agent', format: 'uuid' })
  @IsUUID()
  agentId: string;

  @ApiProperty({ description: 'Spans that end after this', format: 'date-time', required: false })
  @IsOptional()
  @IsISO8601({ strict: true })
  from?: string;

  @ApiProperty({ description: 'Spans that begin before this', format: 'date-time', required: false })
  @IsOptional()
  @IsISO8601({ strict: true })
  to?: string;
}

/** A span of time in one state. */
export class AgentStateSpan {
  @ApiProperty({ description: 'State', enum: AGENT_STATE_WORDS })
  @IsIn(AGENT_STATE_WORDS)
  state: AgentStateWord;

  @ApiProperty({ description: 'Why away', required: false })
  @IsOptional()
  @IsString()
  reason?: string;

  @ApiProperty({ description: 'Call', required: false })
  @IsOptional()
  @IsString()
  callId?: string;

  @ApiProperty({ description: 'Queue of the call', required: false })
  @IsOptional()
  @IsString()
  queue?: string;

  @ApiProperty({ description: 'Begin', format: 'date-time' })
  @IsISO8601()
  from: string;

  @ApiProperty({ description: 'End; absent while it lasts', format: 'date-time', required: false })
  @IsOptional()
  @IsISO8601()
  until?: string;

  @ApiProperty({ description: 'What led there, e.g. `sign-in`, `agent-connected`' })
  @IsString()
  cause: string;

  @ApiProperty({ description: 'Who: a sign-in account or system:ivr' })
  @IsString()
  changedBy: string;
}

export class AgentStatePage extends PageOf(AgentStateSpan, 'One page, the latest first') {}

/** Where an agent was, the latest first. */
export const ListAgentStates = operation({
  subject: 'ivr.query.list-agent-states.v1',
  request: ListAgentStatesRequest,
  reply: AgentStatePage,
  errors: [AGENT_ERRORS.notFound],
});
