import { ApiProperty } from '@nestjs/swagger';
import { IsUUID, Length, ValidateIf } from 'class-validator';
import { operation } from '../../kernel/contract';
import { AgentReference } from './agent-reference';
import { AgentView } from './agent.view';
import { AGENT_ERRORS } from './errors';

export class NameReliefRequest extends AgentReference {
  @ApiProperty({
    description: 'The agent who takes over; or give `notNeeded`',
    format: 'uuid',
    required: false,
  })
  @ValidateIf((request: NameReliefRequest) => request.notNeeded === undefined)
  @IsUUID(undefined, { message: 'give the agent who takes over, or notNeeded with the reason' })
  reliefAgentId?: string;

  @ApiProperty({ description: 'Why nobody needs to take over', maxLength: 200, required: false })
  @ValidateIf((request: NameReliefRequest) => request.notNeeded !== undefined)
  @Length(1, 200)
  notNeeded?: string;
}

/** The shift leader says who takes over from an agent who is signed in (§7); it holds until that one signs out. */
export const NameRelief = operation({
  subject: 'ivr.command.name-relief.v1',
  request: NameReliefRequest,
  reply: AgentView,
  errors: [AGENT_ERRORS.notFound, AGENT_ERRORS.inactive, AGENT_ERRORS.wrongState, AGENT_ERRORS.reliefIsSelf],
});
