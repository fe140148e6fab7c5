import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  AgentPolicies,
  AgentPolicyView,
  AwayReason,
  AwayReasons,
  ListAgentPolicies,
  ListAwayReasons,
  PutAgentPolicy,
  PutAgentPolicyRequest,
  PutAwayReason,
  type RequestContext,
} from '@switchyard/contracts';
import { OperationClient } from '@switchyard/platform';
import { Permission } from '../access/permission.decorator';
import { ApiProblems } from '../openapi/api-problems.decorator';
import { Context } from '../request-context/context.decorator';
import { AwayReasonBody, AwayReasonPath } from './agent.dto';

/** What the desks go by: reasons for being away, and dated numbers. */
@ApiTags('agents')
@ApiBearerAuth()
@Controller()
export class DeskDataController {
  constructor(private readonly operations: OperationClient) {}

  @Get('away-reasons')
  @Permission('self:read')
  @ApiOperation({ summary: 'Reasons for being away' })
  @ApiOkResponse({ type: AwayReasons })
  reasons(@Context() context: RequestContext): Promise<AwayReasons> {
    return this.operations.call(ListAwayReasons, {}, context);
  }

  @Put('away-reasons/:code')
  @Permission('agent:write')
  @ApiOperation({ summary: 'Make or change a reason; none is deleted, for the history names it' })
  @ApiOkResponse({ type: AwayReason })
  putReason(
    @Param() path: AwayReasonPath,
    @Body() body: AwayReasonBody,
    @Context() context: RequestContext,
  ): Promise<AwayReason> {
    return this.operations.call(PutAwayReason, { ...body, ...path }, context);
  }

  @Get('agent-policies')
  @Permission('agent:read')
  @ApiOperation({ summary: 'Limits of after-call work, missed calls, call-backs and recordings, by date' })
  @ApiOkResponse({ type: AgentPolicies })
  policies(@Context() context: RequestContext): Promise<AgentPolicies> {
    return this.operations.call(ListAgentPolicies, {}, context);
  }

  @Put('agent-policies')
  @Permission('agent:write')
  @ApiOperation({ summary: 'Set what holds from a moment on; the past is not rewritten' })
  @ApiOkResponse({ type: AgentPolicyView })
  @ApiProblems(422)
  putPolicy(
    @Body() body: PutAgentPolicyRequest,
    @Context() context: RequestContext,
  ): Promise<AgentPolicyView> {
    return this.operations.call(PutAgentPolicy, body, context);
  }
}
