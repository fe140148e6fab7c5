import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsOptional } from 'class-validator';
import { operation } from '../../kernel/contract';
import { DeskRequest } from './agent-reference';
import { AgentView } from './agent.view';
import { AGENT_ERRORS } from './errors';

export class SignInAgentRequest extends DeskRequest {
  @ApiProperty({
    description: 'Refuse while the phone is registered nowhere',
    default: false,
    required: false,
  })
  @IsOptional()
  @IsBoolean()
  requirePhone?: boolean;
}

/** Takes the desk: a member of its queues, away (`signed-in`) until it says ready. Twice is once. */
export const SignInAgent = operation({
  subject: 'ivr.command.sign-in-agent.v1',
  request: SignInAgentRequest,
  reply: AgentView,
  errors: [
    AGENT_ERRORS.notFound,
    AGENT_ERRORS.accountIsNoAgent,
    AGENT_ERRORS.inactive,
    AGENT_ERRORS.phoneNotRegistered,
    AGENT_ERRORS.notYours,
  ],
});
