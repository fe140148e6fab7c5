import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  OmitType,
} from '@nestjs/swagger';
import {
  ListTicketPolicyVersions,
  type RequestContext,
  SetTicketPolicy,
  SetTicketPolicyRequest,
  TicketPolicyRequest,
  TicketPolicyVersions,
  TicketPolicyView,
} from '@switchyard/contracts';
import { OperationClient } from '@switchyard/platform';
import { Permission } from '../access/permission.decorator';
import { ApiProblems } from '../openapi/api-problems.decorator';
import { Context } from '../request-context/context.decorator';

export class PolicyPath extends TicketPolicyRequest {}

export class PolicyVersionBody extends OmitType(SetTicketPolicyRequest, ['name'] as const) {}

@ApiTags('policies')
@ApiBearerAuth()
@Controller('policies/:name/versions')
export class PolicyController {
  constructor(private readonly operations: OperationClient) {}

  @Get()
  @Permission('policy:read')
  @ApiOperation({
    summary: 'Versions of a policy, the latest first, down to what holds when nobody sets one',
  })
  @ApiOkResponse({ type: TicketPolicyVersions })
  versions(@Param() path: PolicyPath, @Context() context: RequestContext): Promise<TicketPolicyVersions> {
    return this.operations.call(ListTicketPolicyVersions, path, context);
  }

  @Post()
  @Permission('policy:write')
  @ApiOperation({ summary: 'Add a version that holds from a date on' })
  @ApiCreatedResponse({ type: TicketPolicyView })
  @ApiProblems(409, 422)
  set(
    @Param() { name }: PolicyPath,
    @Body() body: PolicyVersionBody,
    @Context() context: RequestContext,
  ): Promise<TicketPolicyView> {
    return this.operations.call(SetTicketPolicy, { name, ...body }, context);
  }
}
