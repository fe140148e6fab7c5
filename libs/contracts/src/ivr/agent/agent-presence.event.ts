import { ApiProperty } from '@nestjs/swagger';
import { IsString, IsUUID, MaxLength } from 'class-validator';
import { event } from '../../kernel/contract';
import { Instant } from '../../kernel/fields';

export class AgentPresencePayload {
  @ApiProperty({ description: 'The agent', format: 'uuid' })
  @IsUUID()
  agentId: string;

  @ApiProperty({ description: 'Number by which callers and colleagues know the agent (工号)' })
  @IsString()
  @MaxLength(40)
  workNo: string;

  @ApiProperty({ description: 'Name of the sign-in account that is this agent, in lower case' })
  @IsString()
  @MaxLength(100)
  accountName: string;

  @Instant('When')
  at: string;
}

/** An agent signed in to the queue, or was signed in; once for each time. */
export const AgentSignedIn = event({
  subject: 'ivr.event.agent-signed-in.v1',
  payload: AgentPresencePayload,
});

/** An agent signed out of the queue, or was signed out; once for each time. */
export const AgentSignedOut = event({
  subject: 'ivr.event.agent-signed-out.v1',
  payload: AgentPresencePayload,
});
