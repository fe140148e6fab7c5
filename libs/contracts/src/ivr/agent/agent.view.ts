import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { AGENT_STATE_WORDS, type AgentStateWord, QUEUES, type QueueWord } from './words';

/** One skill of an agent: a queue whose callers it takes. */
export class AgentSkill {
  @ApiProperty({ description: 'Queue', enum: QUEUES })
  @IsIn(QUEUES)
  queue: QueueWord;

  @ApiProperty({
    description: 'An agent rings only when nobody with a lower penalty is free',
    type: 'integer',
    minimum: 0,
    maximum: 10,
  })
  @IsInt()
  @Min(0)
  @Max(10)
  penalty: number;
}

/** Who takes over from an agent (§7), as the shift leader said. */
export class ReliefView {
  @ApiProperty({ description: 'The agent who takes over', format: 'uuid', required: false })
  @IsOptional()
  @IsUUID()
  agentId?: string;

  @ApiProperty({ description: 'Nobody needs to take over' })
  @IsBoolean()
  notNeeded: boolean;

  @ApiProperty({ description: 'Why nobody needs to', required: false })
  @IsOptional()
  @IsString()
  reason?: string;

  @ApiProperty({ description: 'Whether who takes over is signed in now' })
  @IsBoolean()
  signedIn: boolean;

  @ApiProperty({ description: 'Who said so' })
  @IsString()
  namedBy: string;

  @ApiProperty({ description: 'When', format: 'date-time' })
  @IsISO8601()
  namedAt: string;
}

/** Where an agent is (T4.2). */
export class AgentPresenceView {
  @ApiProperty({ description: 'State', enum: AGENT_STATE_WORDS })
  @IsIn(AGENT_STATE_WORDS)
  state: AgentStateWord;

  @ApiProperty({ description: 'Since when', format: 'date-time' })
  @IsISO8601()
  since: string;

  @ApiProperty({
    description: 'Why away; `signed-in` until ready, `no-answer` after missed calls',
    required: false,
  })
  @IsOptional()
  @IsString()
  reason?: string;

  @ApiProperty({ description: 'Call that rings, is talked or was talked', required: false })
  @IsOptional()
  @IsString()
  callId?: string;

  @ApiProperty({ description: 'Queue that the call came from', required: false })
  @IsOptional()
  @IsString()
  queue?: string;

  @ApiProperty({
    description: 'What follows the call in hand: `away:<reason>` or `sign-out`',
    required: false,
  })
  @IsOptional()
  @IsString()
  next?: string;

  @ApiProperty({ description: 'When after-call work ends by itself', format: 'date-time', required: false })
  @IsOptional()
  @IsISO8601()
  afterCallWorkEndsAt?: string;

  @ApiProperty({ description: 'Whether the phone is registered at a PBX' })
  @IsBoolean()
  phoneRegistered: boolean;

  @ApiProperty({ description: 'When it signed in', format: 'date-time', required: false })
  @IsOptional()
  @IsISO8601()
  signedInAt?: string;

  @ApiProperty({
    description: 'Who takes over; absent while nobody is named',
    type: ReliefView,
    required: false,
  })
  @IsOptional()
  @ValidateNested()
  @Type(() => ReliefView)
  relief?: ReliefView;
}

export class AgentView {
  @ApiProperty({ description: 'Identifier', format: 'uuid' })
  @IsUUID()
  id: string;

  @ApiProperty({ description: 'Number that callers are told (工号)', example: '0317' })
  @IsString()
  workNo: string;

  @ApiProperty({ description: 'Name' })
  @IsString()
  name: string;

  @ApiProperty({ description: 'Sign-in account that is this agent' })
  @IsString()
  accountName: string;

  @ApiProperty({
    description: 'SIP user of the phone, and the extension that other agents dial',
    example: '1001',
  })
  @IsString()
  sipUser: string;

  @ApiProperty({ description: 'Queues whose callers it takes', type: [AgentSkill] })
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => AgentSkill)
  skills: AgentSkill[];

  @ApiProperty({ description: 'False: works here no more; the record stays' })
  @IsBoolean()
  active: boolean;

  @ApiProperty({ description: 'Where it is', type: AgentPresenceView })
  @ValidateNested()
  @Type(() => AgentPresenceView)
  presence: AgentPresenceView;

  @ApiProperty({ description: 'Raised by each change of the record', type: 'integer' })
  @IsInt()
  version: number;
}

/** What a phone needs to register. The secret is shown this once. */
export class SipAccountView {
  @ApiProperty({ description: 'The agent', format: 'uuid' })
  @IsUUID()
  agentId: string;

  @ApiProperty({ description: 'SIP user', example: '1001' })
  @IsString()
  sipUser: string;

  @ApiProperty({
    description: 'Name of the account at the PBX, which is also its authentication user',
    example: 'agent-1001',
  })
  @IsString()
  sipAccount: string;

  @ApiProperty({ description: 'Secret; cannot be shown again, only replaced' })
  @IsString()
  sipSecret: string;
}
