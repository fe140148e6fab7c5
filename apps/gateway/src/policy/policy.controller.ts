import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiCreatedResponse,
  ApiExtraModels,
  ApiOkResponse,
  ApiOperation,
  ApiProperty,
  ApiTags,
  getSchemaPath,
  OmitType,
} from '@nestjs/swagger';
import {
  HR_POLICIES,
  type HrPolicyName,
  HrPolicyVersions,
  HrPolicyView,
  ListHrPolicyVersions,
  ListTicketPolicyVersions,
  type RequestContext,
  SetHrPolicy,
  SetTicketPolicy,
  SetTicketPolicyRequest,
  TICKET_POLICIES,
  type TicketPolicyName,
  TicketPolicyVersions,
  TicketPolicyView,
} from '@switchyard/contracts';
import { OperationClient } from '@switchyard/platform';
import { IsIn } from 'class-validator';
import { Permission } from '../access/permission.decorator';
import { ApiProblems } from '../openapi/api-problems.decorator';
import { Context } from '../request-context/context.decorator';

const NAMES = [...TICKET_POLICIES, ...HR_POLICIES];

export class PolicyPath {
  @ApiProperty({ description: 'Name of the policy', enum: NAMES })
  @IsIn(NAMES)
  name: TicketPolicyName | HrPolicyName;
}

export class PolicyVersionBody extends OmitType(SetTicketPolicyRequest, ['name'] as const) {}

const isOfStaff = (name: string): name is HrPolicyName => (HR_POLICIES as readonly string[]).includes(name);
const either = (...types: (abstract new () => object)[]) => ({
  schema: { oneOf: types.map((type) => ({ $ref: getSchemaPath(type) })) },
});

@ApiTags('policies')
@ApiBearerAuth()
@ApiExtraModels(TicketPolicyVersions, TicketPolicyView, HrPolicyVersions, HrPolicyView)
@Controller('policies/:name/versions')
export class PolicyController {
  constructor(private readonly operations: OperationClient) {}

  @Get()
  @Permission('policy:read')
  @ApiOperation({
    summary: 'Versions of a policy, the latest first, down to what holds when nobody sets one',
  })
  @ApiOkResponse(either(TicketPolicyVersions, HrPolicyVersions))
  versions(
    @Param() { name }: PolicyPath,
    @Context() context: RequestContext,
  ): Promise<TicketPolicyVersions | HrPolicyVersions> {
    return isOfStaff(name)
      ? this.operations.call(ListHrPolicyVersions, { name }, context)
      : this.operations.call(ListTicketPolicyVersions, { name }, context);
  }

  @Post()
  @Permission('policy:write')
  @ApiOperation({ summary: 'Add a version that holds from a date on' })
  @ApiCreatedResponse(either(TicketPolicyView, HrPolicyView))
  @ApiProblems(409, 422)
  set(
    @Param() { name }: PolicyPath,
    @Body() body: PolicyVersionBody,
    @Context() context: RequestContext,
  ): Promise<TicketPolicyView | HrPolicyView> {
    return isOfStaff(name)
      ? this.operations.call(SetHrPolicy, { name, ...body }, context)
      : this.operations.call(SetTicketPolicy, { name, ...body }, context);
  }
}
