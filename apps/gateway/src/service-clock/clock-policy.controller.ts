import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  ClockPolicyList,
  ClockPolicyView,
  ListClockPolicies,
  ListClockPolicyVersions,
  type RequestContext,
  SetClockPolicy,
} from '@switchyard/contracts';
import { OperationClient } from '@switchyard/platform';
import { Permission } from '../access/permission.decorator';
import { ApiProblems } from '../openapi/api-problems.decorator';
import { Context } from '../request-context/context.decorator';
import { ClockPolicyPath, SetClockPolicyBody } from './service-clock.dto';

@ApiTags('time limits')
@ApiBearerAuth()
@Controller('service-clock-policies')
export class ClockPolicyController {
  constructor(private readonly operations: OperationClient) {}

  @Get()
  @Permission('policy:read')
  @ApiOperation({ summary: 'The time limits that hold now (L01–L30, L34): target, start, stop, levels' })
  @ApiOkResponse({ type: ClockPolicyList })
  list(@Context() context: RequestContext): Promise<ClockPolicyList> {
    return this.operations.call(ListClockPolicies, {}, context);
  }

  @Get(':policyId')
  @Permission('policy:read')
  @ApiOperation({ summary: 'Every version of a time limit, the newest first' })
  @ApiOkResponse({ type: ClockPolicyList })
  @ApiProblems(404)
  versions(@Param() path: ClockPolicyPath, @Context() context: RequestContext): Promise<ClockPolicyList> {
    return this.operations.call(ListClockPolicyVersions, path, context);
  }

  @Put(':policyId')
  @Permission('policy:write')
  @ApiOperation({
    summary: 'Set a version of a time limit, from a date on',
    description: 'Clocks that run keep the version under which they started.',
  })
  @ApiOkResponse({ type: ClockPolicyView })
  @ApiProblems(409, 422)
  set(
    @Param() { policyId }: ClockPolicyPath,
    @Body() body: SetClockPolicyBody,
    @Context() context: RequestContext,
  ): Promise<ClockPolicyView> {
    return this.operations.call(SetClockPolicy, { policyId, ...body }, context);
  }
}
