import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayUnique, IsArray, Length, Matches, ValidateNested } from 'class-validator';
import { operation } from '../../kernel/contract';
import { AgentSkill, AgentView, SipAccountView } from './agent.view';
import { AGENT_ERRORS } from './errors';

export const WORK_NO = /^[A-Za-z0-9-]{1,20}$/;
export const ACCOUNT_NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{1,49}$/;

export class CreateAgentRequest {
  @ApiProperty({ description: 'Number that callers are told (工号)', example: '0317' })
  @Matches(WORK_NO, { message: 'must be 1 to 20 letters, digits or dashes' })
  workNo: string;

  @ApiProperty({ description: 'Name', maxLength: 100, example: '李娜' })
  @Length(1, 100)
  name: string;

  @ApiProperty({
    description: 'Sign-in account that is this agent, without regard to case',
    example: 'li.na',
  })
  @Matches(ACCOUNT_NAME, { message: 'must be 2 to 50 letters, digits, dots, dashes or underscores' })
  accountName: string;

  @ApiProperty({ description: 'Queues whose callers it takes', type: [AgentSkill] })
  @IsArray()
  @ArrayMaxSize(6)
  @ArrayUnique((skill: AgentSkill) => skill.queue)
  @ValidateNested({ each: true })
  @Type(() => AgentSkill)
  skills: AgentSkill[];
}

export class CreatedAgent {
  @ApiProperty({ description: 'The agent', type: AgentView })
  @ValidateNested()
  @Type(() => AgentView)
  agent: AgentView;

  @ApiProperty({ description: 'What its phone needs to register', type: SipAccountView })
  @ValidateNested()
  @Type(() => SipAccountView)
  sip: SipAccountView;
}

/** Makes an agent with a SIP account of its own on every PBX node. */
export const CreateAgent = operation({
  subject: 'ivr.command.create-agent.v1',
  request: CreateAgentRequest,
  reply: CreatedAgent,
  errors: [AGENT_ERRORS.workNoTaken, AGENT_ERRORS.accountTaken, AGENT_ERRORS.noExtensionLeft],
});
