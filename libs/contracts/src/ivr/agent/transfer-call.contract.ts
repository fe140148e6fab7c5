import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsUUID, Matches, ValidateIf } from 'class-validator';
import { operation } from '../../kernel/contract';
import { DeskRequest } from './agent-reference';
import { AgentView } from './agent.view';
import { AGENT_ERRORS } from './errors';
import { QUEUES, type QueueWord, TRANSFER_MODES, type TransferModeWord } from './words';

const E164 = /^\+[1-9]\d{6,14}$/;

/** Exactly one target. */
export class TransferCallRequest extends DeskRequest {
  @ApiProperty({ description: 'Target: an agent', format: 'uuid', required: false })
  @IsOptional()
  @IsUUID()
  toAgentId?: string;

  @ApiProperty({ description: 'Target: a queue; blind only', enum: QUEUES, required: false })
  @IsOptional()
  @IsIn(QUEUES)
  toQueue?: QueueWord;

  @ApiProperty({ description: 'Target: a telephone number, E.164', required: false })
  @ValidateIf(
    ({ toAgentId, toQueue, toNumber }: TransferCallRequest) =>
      [toAgentId, toQueue].every((target) => target === undefined) || toNumber !== undefined,
  )
  @Matches(E164, { message: 'give one of toAgentId, toQueue and toNumber; a number as E.164' })
  toNumber?: string;

  @ApiProperty({
    description:
      '`attended`: the caller waits with music, which counts as hold, while the agent talks with the target; then complete or cancel it. A target that is busy, does not answer or hangs up brings the agent back to the caller',
    enum: TRANSFER_MODES,
    default: 'blind',
    required: false,
  })
  @IsOptional()
  @IsIn(TRANSFER_MODES)
  mode?: TransferModeWord;
}

const ERRORS = [
  AGENT_ERRORS.notFound,
  AGENT_ERRORS.accountIsNoAgent,
  AGENT_ERRORS.inactive,
  AGENT_ERRORS.noCall,
  AGENT_ERRORS.transferRefused,
  AGENT_ERRORS.notYours,
] as const;

/** Hands the caller on to an agent, a queue (before those who wait) or a number. */
export const TransferCall = operation({
  subject: 'ivr.command.transfer-call.v1',
  request: TransferCallRequest,
  reply: AgentView,
  errors: ERRORS,
});

/** Ends the talk with the target of an attended transfer: the agent is back with the caller. */
export const CancelTransfer = operation({
  subject: 'ivr.command.cancel-transfer.v1',
  request: DeskRequest,
  reply: AgentView,
  errors: ERRORS,
});

/** The agent leaves an attended transfer, and the caller talks with the target; the agent's own hang-up does the same. */
export const CompleteTransfer = operation({
  subject: 'ivr.command.complete-transfer.v1',
  request: DeskRequest,
  reply: AgentView,
  errors: ERRORS,
});
