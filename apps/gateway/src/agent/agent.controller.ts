import { Body, Controller, Get, HttpCode, Param, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  AgentPage,
  AgentStatePage,
  AgentView,
  ChangeAgent,
  CreateAgent,
  CreateAgentRequest,
  CreatedAgent,
  GetAgent,
  ListAgents,
  ListAgentsRequest,
  ListAgentStates,
  NameRelief,
  type RequestContext,
  ResetSipSecret,
  SipAccountView,
} from '@switchyard/contracts';
import { OperationClient } from '@switchyard/platform';
import { Permission } from '../access/permission.decorator';
import { NoIdempotency } from '../idempotency/no-idempotency.decorator';
import { ApiProblems } from '../openapi/api-problems.decorator';
import { Context } from '../request-context/context.decorator';
import { AgentPath, AgentStatesQuery, ChangeAgentBody, ReliefBody } from './agent.dto';

@ApiTags('agents')
@ApiBearerAuth()
@Controller('agents')
export class AgentController {
  constructor(private readonly operations: OperationClient) {}

  // The answer holds a secret: it is not kept for a repeated request.
  @Post()
  @Permission('agent:write')
  @NoIdempotency()
  @ApiOperation({
    summary: 'Make an agent',
    description: 'The SIP secret is in this answer and in no other; a lost one is replaced.',
  })
  @ApiCreatedResponse({ type: CreatedAgent })
  @ApiProblems(409, 422)
  create(@Body() body: CreateAgentRequest, @Context() context: RequestContext): Promise<CreatedAgent> {
    return this.operations.call(CreateAgent, body, context);
  }

  @Get()
  @Permission('agent:read')
  @ApiOperation({ summary: 'Agents by work number, and where they are' })
  @ApiOkResponse({ type: AgentPage })
  list(@Query() query: ListAgentsRequest, @Context() context: RequestContext): Promise<AgentPage> {
    return this.operations.call(ListAgents, query, context);
  }

  @Get(':agentId')
  @Permission('agent:read')
  @ApiOperation({ summary: 'One agent, and where it is' })
  @ApiOkResponse({ type: AgentView })
  @ApiProblems(404)
  get(@Param() path: AgentPath, @Context() context: RequestContext): Promise<AgentView> {
    return this.operations.call(GetAgent, path, context);
  }

  @Patch(':agentId')
  @Permission('agent:write')
  @ApiOperation({ summary: 'Change an agent', description: 'Skills take effect at once.' })
  @ApiOkResponse({ type: AgentView })
  @ApiProblems(404, 409)
  change(
    @Param() path: AgentPath,
    @Body() body: ChangeAgentBody,
    @Context() context: RequestContext,
  ): Promise<AgentView> {
    return this.operations.call(ChangeAgent, { ...body, ...path }, context);
  }

  @Post(':agentId/sip-secret')
  @HttpCode(200)
  @Permission('agent:write')
  @NoIdempotency()
  @ApiOperation({ summary: 'Replace the SIP secret; the phone needs the new one' })
  @ApiOkResponse({ type: SipAccountView })
  @ApiProblems(404, 422)
  resetSecret(@Param() path: AgentPath, @Context() context: RequestContext): Promise<SipAccountView> {
    return this.operations.call(ResetSipSecret, path, context);
  }

  @Get(':agentId/states')
  @Permission('agent:read')
  @ApiOperation({ summary: 'Where an agent was, the latest first' })
  @ApiOkResponse({ type: AgentStatePage })
  @ApiProblems(404)
  states(
    @Param() path: AgentPath,
    @Query() query: AgentStatesQuery,
    @Context() context: RequestContext,
  ): Promise<AgentStatePage> {
    return this.operations.call(ListAgentStates, { ...query, ...path }, context);
  }

  @Put(':agentId/relief')
  @Permission('shift:lead')
  @ApiOperation({
    summary: 'Say who takes over from an agent, or that nobody needs to',
    description: 'The outgoing agent may sign out only once the one named has signed in.',
  })
  @ApiOkResponse({ type: AgentView })
  @ApiProblems(404, 409, 422)
  nameRelief(
    @Param() path: AgentPath,
    @Body() body: ReliefBody,
    @Context() context: RequestContext,
  ): Promise<AgentView> {
    return this.operations.call(NameRelief, { ...body, ...path }, context);
  }
}
