import { ApiProperty } from '@nestjs/swagger';
import {
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsNumber,
  IsOptional,
  IsString,
  IsUUID,
  Length,
} from 'class-validator';
import { operation } from '../../kernel/contract';
import { PageOf, PageRequest } from '../../kernel/paging';
import { LIST_FLAGS, type ListFlag, VALUE_TIERS, type ValueTier } from '../../ticket/account/account.view';
import { QUEUE_OUTCOME_WORDS, type QueueOutcomeWord, QUEUES, type QueueWord } from './words';

export class ListQueueCallsRequest extends PageRequest {
  @ApiProperty({ description: 'Only this call', required: false })
  @IsOptional()
  @IsString()
  @Length(1, 150)
  callId?: string;

  @ApiProperty({ description: 'Only this queue', enum: QUEUES, required: false })
  @IsOptional()
  @IsIn(QUEUES)
  queue?: QueueWord;

  @ApiProperty({ description: 'Only with this outcome', enum: QUEUE_OUTCOME_WORDS, required: false })
  @IsOptional()
  @IsIn(QUEUE_OUTCOME_WORDS)
  outcome?: QueueOutcomeWord;

  @ApiProperty({ description: 'Only answered by this agent', format: 'uuid', required: false })
  @IsOptional()
  @IsUUID()
  agentId?: string;

  @ApiProperty({ description: 'Entered at or after', format: 'date-time', required: false })
  @IsOptional()
  @IsISO8601({ strict: true })
  from?: string;

  @ApiProperty({ description: 'Entered before', format: 'date-time', required: false })
  @IsOptional()
  @IsISO8601({ strict: true })
  to?: string;
}

/** One stay of a caller in a queue, or the talk of an agent to whom another handed the caller on directly. */
export class QueueCallView {
  @ApiProperty({ description: 'The call' })
  @IsString()
  callId: string;

  @ApiProperty({ description: 'Queue', enum: QUEUES })
  @IsIn(QUEUES)
  queue: QueueWord;

  @ApiProperty({
    description:
      'Priority: 20 first, 10 by arrival, 0 last (§17); absent where the PBX’s log alone tells of the stay, and nothing is known of the caller',
    type: 'integer',
    required: false,
  })
  @IsOptional()
  @IsInt()
  priority?: number;

  @ApiProperty({ description: 'Value tier of the caller', enum: VALUE_TIERS, required: false })
  @IsOptional()
  @IsIn(VALUE_TIERS)
  valueTier?: ValueTier;

  @ApiProperty({ description: 'List of the caller', enum: LIST_FLAGS, required: false })
  @IsOptional()
  @IsIn(LIST_FLAGS)
  listFlag?: ListFlag;

  @ApiProperty({ description: 'Begin of the wait', format: 'date-time' })
  @IsISO8601()
  enteredAt: string;

  @ApiProperty({ description: 'When an agent answered', format: 'date-time', required: false })
  @IsOptional()
  @IsISO8601()
  connectedAt?: string;

  @ApiProperty({
    description: 'End of the wait without an agent, or of the talk',
    format: 'date-time',
    required: false,
  })
  @IsOptional()
  @IsISO8601()
  leftAt?: string;

  @ApiProperty({ description: 'How the wait ended', enum: QUEUE_OUTCOME_WORDS, required: false })
  @IsOptional()
  @IsIn(QUEUE_OUTCOME_WORDS)
  outcome?: QueueOutcomeWord;

  @ApiProperty({ description: 'The agent who answered', format: 'uuid', required: false })
  @IsOptional()
  @IsUUID()
  agentId?: string;

  @ApiProperty({ description: 'Seconds that the phone rang', required: false })
  @IsOptional()
  @IsNumber()
  ringSeconds?: number;

  @ApiProperty({ description: 'Seconds of talk', required: false })
  @IsOptional()
  @IsNumber()
  talkSeconds?: number;

  @ApiProperty({ description: 'Seconds on hold', required: false })
  @IsOptional()
  @IsNumber()
  holdSeconds?: number;

  @ApiProperty({ description: 'Seconds of after-call work', required: false })
  @IsOptional()
  @IsNumber()
  afterCallSeconds?: number;

  @ApiProperty({
    description:
      'Whether the agent took the caller over from another directly: nobody waited for this talk in the queue',
  })
  @IsBoolean()
  takenOver: boolean;

  @ApiProperty({ description: 'Whether the agent handed the caller on' })
  @IsBoolean()
  transferred: boolean;

  @ApiProperty({ description: 'To whom: `queue:<name>`, `agent:<extension>` or `number`', required: false })
  @IsOptional()
  @IsString()
  transferredTo?: string;
}

export class QueueCallPage extends PageOf(QueueCallView, 'One page, the latest first') {}

/** Callers who waited for an agent, the latest first. */
export const ListQueueCalls = operation({
  subject: 'ivr.query.list-queue-calls.v1',
  request: ListQueueCallsRequest,
  reply: QueueCallPage,
});
