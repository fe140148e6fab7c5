import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  OmitType,
} from '@nestjs/swagger';
import {
  CheckDialingPolicy,
  CheckDialingPolicyRequest,
  DialingPolicyCheck,
  DialingPolicyList,
  DialingPolicyReference,
  DialingPolicyVersions,
  DialingPolicyVersionView,
  ListDialingPolicies,
  ListDialingPolicyVersions,
  type RequestContext,
  SetDialingPolicy,
  SetDialingPolicyRequest,
} from '@switchyard/contracts';
import { OperationClient } from '@switchyard/platform';
import { Permission } from '../access/permission.decorator';
import { ApiProblems } from '../openapi/api-problems.decorator';
import { Context } from '../request-context/context.decorator';

export class DialingPolicyPath extends DialingPolicyReference {}

export class DialingPolicyBody extends OmitType(SetDialingPolicyRequest, ['name'] as const) {}

export class DialingPolicyDraft extends OmitType(CheckDialingPolicyRequest, ['name'] as const) {}

@ApiTags('dialing-policies')
@ApiBearerAuth()
@Controller('dialing-policies')
export class DialingPolicyController {
  constructor(private readonly operations: OperationClient) {}

  @Get()
  @Permission('policy:read')
  @ApiOperation({ summary: 'Every dialing policy: when and how customers are called, as it holds now' })
  @ApiOkResponse({ type: DialingPolicyList })
  policies(@Context() context: RequestContext): Promise<DialingPolicyList> {
    return this.operations.call(ListDialingPolicies, {}, context);
  }

  @Get(':name/versions')
  @Permission('policy:read')
  @ApiOperation({ summary: 'Versions of a policy, the latest first, down to what the product comes with' })
  @ApiOkResponse({ type: DialingPolicyVersions })
  @ApiProblems(404)
  versions(
    @Param() path: DialingPolicyPath,
    @Context() context: RequestContext,
  ): Promise<DialingPolicyVersions> {
    return this.operations.call(ListDialingPolicyVersions, path, context);
  }

  @Post(':name/check')
  @Permission('policy:read')
  @HttpCode(200)
  @ApiOperation({ summary: 'Everything that is wrong with a document, in one answer; nothing is stored' })
  @ApiOkResponse({ type: DialingPolicyCheck })
  check(
    @Param() { name }: DialingPolicyPath,
    @Body() body: DialingPolicyDraft,
    @Context() context: RequestContext,
  ): Promise<DialingPolicyCheck> {
    return this.operations.call(CheckDialingPolicy, { name, ...body }, context);
  }

  @Post(':name/versions')
  @Permission('policy:write')
  @ApiOperation({
    summary: 'Set a policy from a day on, or make a new one',
    description:
      'From today on it reaches the dialer within seconds, and all contacts not yet dialled. Of several versions for one day the one set last holds.',
  })
  @ApiCreatedResponse({ type: DialingPolicyVersionView })
  @ApiProblems(422)
  set(
    @Param() { name }: DialingPolicyPath,
    @Body() body: DialingPolicyBody,
    @Context() context: RequestContext,
  ): Promise<DialingPolicyVersionView> {
    return this.operations.call(SetDialingPolicy, { name, ...body }, context);
  }
}
