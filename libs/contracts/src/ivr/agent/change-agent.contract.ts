import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsInt,
  IsOptional,
  Length,
  Matches,
  Min,
  ValidateNested,
} from 'class-validator';
import { operation } from '../../kernel/contract';
import { AgentReference } from './agent-reference';
import { AgentSkill, AgentView } from './agent.view';
import { ACCOUNT_NAME, WORK_NO } from './create-agent.contract';
import { AGENT_ERRORS } from './errors';

export class ChangeAgentRequest extends AgentReference {
  @ApiProperty({ description: 'Number that callers are told (工号)', required: false })
  @IsOptional()
  @Matches(WORK_NO, { message: 'must be 1 to 20 letters, digits or dashes' })
  workNo?: string;

  @ApiProperty({ description: 'Name', maxLength: 100, required: false })
  @IsOptional()
  @Length(1, 100)
  name?: string;

  @ApiProperty({ description: 'Sign-in account that is this agent', required: false })
  @IsOptional()
  @Matches(ACCOUNT_NAME, { message: 'must be 2 to 50 letters, digits, dots, dashes or underscores' })
  accountName?: string;

  @ApiProperty({
    description: 'Queues whose callers it takes, all of them',
    type: [AgentSkill],
    required: false,
  })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(6)
  @ArrayUnique((skill: AgentSkill) => skill.queue)
  @ValidateNested({ each: true })
  @Type(() => AgentSkill)
  skills?: AgentSkill[];

  @ApiProperty({
    description: 'False: works here no more; the SIP account goes. Refused while signed in',
    required: false,
  })
  @IsOptional()
  @IsBoolean()
  active?: boolean;

  @ApiProperty({
    description: 'Refused with `agent.version-conflict` when the record is another by now',
    type: 'integer',
    required: false,
  })
  @IsOptional()
  @IsInt()
  @Min(1)
  expectedVersion?: number;
}

/** Changes what is given; skills take effect at once, also for an agent who is signed in. */
export const ChangeAgent = operation({
  subject: 'ivr.command.change-agent.v1',
  request: ChangeAgentRequest,
  reply: AgentView,
  errors: [
    AGENT_ERRORS.notFound,
    AGENT_ERRORS.workNoTaken,
    AGENT_ERRORS.accountTaken,
    AGENT_ERRORS.versionConflict,
    AGENT_ERRORS.wrongState,
  ],
});
