import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  OmitType,
} from '@nestjs/swagger';
import {
  CancelOutage,
  GetOutage,
  ListOutages,
  ListOutagesRequest,
  OutageChange,
  type OutagePage,
  OutageReference,
  OutageView,
  RegisterOutage,
  RegisterOutageRequest,
  type RequestContext,
  RestoreOutage,
  RestoreOutageRequest,
  UpdateOutage,
} from '@switchyard/contracts';
import { OperationClient } from '@switchyard/platform';
import { Permission } from '../access/permission.decorator';
import { ApiPage } from '../openapi/api-page.decorator';
import { ApiProblems } from '../openapi/api-problems.decorator';
import { Context } from '../request-context/context.decorator';

export class OutagePath extends OutageReference {}

export class OutageChangeBody extends OutageChange {}

export class RestoreOutageBody extends OmitType(RestoreOutageRequest, ['outageId'] as const) {}

@ApiTags('outages')
@ApiBearerAuth()
@Controller('outages')
export class OutageController {
  constructor(private readonly operations: OperationClient) {}

  @Get()
  @Permission('outage:read')
  @ApiOperation({ summary: 'Outages, the latest start first' })
  @ApiPage(OutageView)
  list(@Query() query: ListOutagesRequest, @Context() context: RequestContext): Promise<OutagePage> {
    return this.operations.call(ListOutages, query, context);
  }

  @Post()
  @Permission('outage:write')
  @ApiOperation({
    summary: 'Register an outage; callers of its area are told of it from now on',
    description: 'Once per reference: the same reference answers with the outage that is there.',
  })
  @ApiCreatedResponse({ type: OutageView })
  @ApiProblems(409, 422)
  register(@Body() body: RegisterOutageRequest, @Context() context: RequestContext): Promise<OutageView> {
    return this.operations.call(RegisterOutage, body, context);
  }

  @Get(':outageId')
  @Permission('outage:read')
  @ApiOperation({ summary: 'One outage' })
  @ApiOkResponse({ type: OutageView })
  @ApiProblems(404)
  one(@Param() path: OutagePath, @Context() context: RequestContext): Promise<OutageView> {
    return this.operations.call(GetOutage, path, context);
  }

  @Patch(':outageId')
  @Permission('outage:write')
  @ApiOperation({ summary: 'Change what is known of an outage; what is left out stays' })
  @ApiOkResponse({ type: OutageView })
  @ApiProblems(404, 409, 422)
  change(
    @Param() { outageId }: OutagePath,
    @Body() body: OutageChangeBody,
    @Context() context: RequestContext,
  ): Promise<OutageView> {
    return this.operations.call(UpdateOutage, { outageId, ...body }, context);
  }

  @Post(':outageId/restore')
  @Permission('outage:write')
  @HttpCode(200)
  @ApiOperation({ summary: 'Supply is back' })
  @ApiOkResponse({ type: OutageView })
  @ApiProblems(404, 409, 422)
  restore(
    @Param() { outageId }: OutagePath,
    @Body() body: RestoreOutageBody,
    @Context() context: RequestContext,
  ): Promise<OutageView> {
    return this.operations.call(RestoreOutage, { outageId, ...body }, context);
  }

  @Post(':outageId/cancel')
  @Permission('outage:write')
  @HttpCode(200)
  @ApiOperation({ summary: 'The outage does not take place, or was registered by mistake' })
  @ApiOkResponse({ type: OutageView })
  @ApiProblems(404, 409)
  cancel(@Param() path: OutagePath, @Context() context: RequestContext): Promise<OutageView> {
    return this.operations.call(CancelOutage, path, context);
  }
}
