import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  AgentView,
  DeskView,
  FinishAfterCallWork,
  ForceSignOutAgent,
  GetDesk,
  type RequestContext,
  SetAgentAway,
  SetAgentReady,
  SignInAgent,
  TransferCall,
} from '@switchyard/contracts';
import { OperationClient } from '@switchyard/platform';
import { Permission } from '../access/permission.decorator';
import { ApiProblems } from '../openapi/api-problems.decorator';
import { Context } from '../request-context/context.decorator';
import { AgentPath, AwayBody, ForceSignOutBody, SignInBody, TransferBody } from './agent.dto';

/** What a shift leader does at another's desk. */
@ApiTags('agents')
@ApiBearerAuth()
@Controller('agents/:agentId')
export class LeadController {
  constructor(private readonly operations: OperationClient) {}

  @Get('desk')
  @Permission('shift:lead')
  @ApiOperation({ summary: 'What an agent sees: its state, and who calls' })
  @ApiOkResponse({ type: DeskView })
  @ApiProblems(404)
  desk(@Param() path: AgentPath, @Context() context: RequestContext): Promise<DeskView> {
    return this.operations.call(GetDesk, path, context);
  }

  @Post('sign-in')
  @HttpCode(200)
  @Permission('shift:lead')
  @ApiOperation({ summary: 'Sign an agent in' })
  @ApiOkResponse({ type: AgentView })
  @ApiProblems(404, 422)
  signIn(
    @Param() path: AgentPath,
    @Body() body: SignInBody,
    @Context() context: RequestContext,
  ): Promise<AgentView> {
    return this.operations.call(SignInAgent, { ...body, ...path }, context);
  }

  @Post('sign-out')
  @HttpCode(200)
  @Permission('shift:lead')
  @ApiOperation({ summary: 'Sign an agent out, whatever the relief; a call in hand is finished first' })
  @ApiOkResponse({ type: AgentView })
  @ApiProblems(404, 409)
  signOut(
    @Param() path: AgentPath,
    @Body() body: ForceSignOutBody,
    @Context() context: RequestContext,
  ): Promise<AgentView> {
    return this.operations.call(ForceSignOutAgent, { ...body, ...path }, context);
  }

  @Post('ready')
  @HttpCode(200)
  @Permission('shift:lead')
  @ApiOperation({ summary: 'Let an agent take calls' })
  @ApiOkResponse({ type: AgentView })
  @ApiProblems(404, 409)
  ready(@Param() path: AgentPath, @Context() context: RequestContext): Promise<AgentView> {
    return this.operations.call(SetAgentReady, path, context);
  }

  @Post('away')
  @HttpCode(200)
  @Permission('shift:lead')
  @ApiOperation({ summary: 'Let an agent take no calls' })
  @ApiOkResponse({ type: AgentView })
  @ApiProblems(404, 409)
  away(
    @Param() path: AgentPath,
    @Body() body: AwayBody,
    @Context() context: RequestContext,
  ): Promise<AgentView> {
    return this.operations.call(SetAgentAway, { ...body, ...path }, context);
  }

  @Post('finish-after-call-work')
  @HttpCode(200)
  @Permission('shift:lead')
  @ApiOperation({ summary: 'End an agent’s after-call work' })
  @ApiOkResponse({ type: AgentView })
  @ApiProblems(404, 409)
  finish(@Param() path: AgentPath, @Context() context: RequestContext): Promise<AgentView> {
    return this.operations.call(FinishAfterCallWork, path, context);
  }

  @Post('transfer')
  @HttpCode(200)
  @Permission('shift:lead')
  @ApiOperation({ summary: 'Hand an agent’s caller on' })
  @ApiOkResponse({ type: AgentView })
  @ApiProblems(404, 422)
  transfer(
    @Param() path: AgentPath,
    @Body() body: TransferBody,
    @Context() context: RequestContext,
  ): Promise<AgentView> {
    return this.operations.call(TransferCall, { ...body, ...path }, context);
  }
}
