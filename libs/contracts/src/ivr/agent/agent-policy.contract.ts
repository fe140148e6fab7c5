import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  IsArray,
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { operation } from '../../kernel/contract';
import { NoFilter } from './away-reasons.contract';
import { all } from '../../ticket/fields';
import { AGENT_ERRORS } from './errors';
import { AFTER_CALL_LIMITS, type AfterCallLimitWord } from './words';

export class AfterCallWorkPolicy {
  @ApiProperty({
    description: 'Seconds of after-call work; 60 by §13',
    type: 'integer',
    minimum: 0,
    maximum: 3600,
  })
  @IsInt()
  @Min(0)
  @Max(3600)
  limitSeconds: number;

  @ApiProperty({
    description: 'At the limit: ready by itself, or stay until the agent says so',
    enum: AFTER_CALL_LIMITS,
  })
  @IsIn(AFTER_CALL_LIMITS)
  atLimit: AfterCallLimitWord;
}

function DaysKept(description: string, maximum: number): PropertyDecorator {
  return all(
    ApiPropertyOptional({ description, type: 'integer', minimum: 1, maximum }),
    IsOptional(),
    IsInt(),
    Min(1),
    Max(maximum),
  );
}

export class AgentPolicyBody {
  @ApiProperty({ description: 'After-call work', type: AfterCallWorkPolicy })
  @ValidateNested()
  @Type(() => AfterCallWorkPolicy)
  afterCallWork: AfterCallWorkPolicy;

  @ApiProperty({
    description: 'Calls in a row that ring in vain until the agent is away (`no-answer`)',
    type: 'integer',
    minimum: 1,
    maximum: 20,
  })
  @IsInt()
  @Min(1)
  @Max(20)
  missedRingsUntilAway: number;

  @ApiProperty({ description: 'Days that recordings are kept', type: 'integer', minimum: 1, maximum: 3650 })
  @IsInt()
  @Min(1)
  @Max(3650)
  recordingDays: number;

  @DaysKept('Days that a message of a caller is kept after its work order is closed; 365 unless told', 3650)
  messageDays?: number;

  @DaysKept(
    'The same for complaints and reports of misconduct, which are evidence, and for recordings of their calls; 1095 unless told',
    3650,
  )
  evidenceDays?: number;

  @DaysKept("Days that a file of no call is left in the PBX's folder; 30 unless told", 365)
  strayFileDays?: number;

  @ApiProperty({
    description: 'Hours within which a lost caller of the mid or high tier is called back; 24 by L30',
    type: 'integer',
    minimum: 1,
    maximum: 168,
  })
  @IsInt()
  @Min(1)
  @Max(168)
  callBackHours: number;
}

export class PutAgentPolicyRequest extends AgentPolicyBody {
  @ApiProperty({ description: 'From when on it holds, ISO 8601 with a zone', format: 'date-time' })
  @IsISO8601({ strict: true })
  validFrom: string;
}

export class AgentPolicyView extends PutAgentPolicyRequest {
  @ApiProperty({ description: 'Who set it' })
  @IsString()
  createdBy: string;
}

export class AgentPolicies {
  @ApiProperty({
    description: 'All of them, the latest first; the latest that has begun holds',
    type: [AgentPolicyView],
  })
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => AgentPolicyView)
  items: AgentPolicyView[];
}

export const ListAgentPolicies = operation({
  subject: 'ivr.query.list-agent-policies.v1',
  request: NoFilter,
  reply: AgentPolicies,
});

/** Dated data: a policy for the same moment replaces the one that stands; what has begun in the past stays. */
export const PutAgentPolicy = operation({
  subject: 'ivr.command.put-agent-policy.v1',
  request: PutAgentPolicyRequest,
  reply: AgentPolicyView,
  errors: [AGENT_ERRORS.policyInvalid],
});
