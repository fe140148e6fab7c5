import { Body, Controller, Get, Param, Put, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags, OmitType, PickType } from '@nestjs/swagger';
import {
  AreaList,
  AreaView,
  KnownOutages,
  KnownOutagesRequest,
  ListAreas,
  ListKnownOutages,
  PutArea,
  PutAreaRequest,
  type RequestContext,
} from '@switchyard/contracts';
import { OperationClient } from '@switchyard/platform';
import { Permission } from '../access/permission.decorator';
import { Context } from '../request-context/context.decorator';
import { AccountPath, KnownOutagesQuery } from '../account/account.dto';

export class AreaPath extends PickType(PutAreaRequest, ['code'] as const) {}

export class AreaBody extends OmitType(PutAreaRequest, ['code'] as const) {}

@ApiTags('areas')
@ApiBearerAuth()
@Controller()
export class AreaController {
  constructor(private readonly operations: OperationClient) {}

  @Get('areas')
  @Permission('outage:read')
  @ApiOperation({ summary: 'All supply areas, by code' })
  @ApiOkResponse({ type: AreaList })
  list(@Context() context: RequestContext): Promise<AreaList> {
    return this.operations.call(ListAreas, {}, context);
  }

  @Put('areas/:code')
  @Permission('outage:write')
  @ApiOperation({
    summary: 'Store an area: its name, and its class, which decides how soon a crew must arrive',
  })
  @ApiOkResponse({ type: AreaView })
  put(
    @Param() { code }: AreaPath,
    @Body() body: AreaBody,
    @Context() context: RequestContext,
  ): Promise<AreaView> {
    return this.operations.call(PutArea, { code, ...body }, context);
  }

  @Get('areas/:code/known-outages')
  @Permission('outage:read')
  @ApiOperation({ summary: 'Outages of an area, now and within the next days, as callers are told of them' })
  @ApiOkResponse({ type: KnownOutages })
  ofArea(
    @Param() { code }: AreaPath,
    @Query() query: KnownOutagesQuery,
    @Context() context: RequestContext,
  ): Promise<KnownOutages> {
    const request: KnownOutagesRequest = { areaCode: code, ...query };
    return this.operations.call(ListKnownOutages, request, context);
  }

  @Get('accounts/:accountNo/known-outages')
  @Permission('outage:read')
  @ApiOperation({ summary: "Outages of an account's area, as its caller is told of them" })
  @ApiOkResponse({ type: KnownOutages })
  ofAccount(
    @Param() { accountNo }: AccountPath,
    @Query() query: KnownOutagesQuery,
    @Context() context: RequestContext,
  ): Promise<KnownOutages> {
    return this.operations.call(ListKnownOutages, { accountNo, ...query }, context);
  }
}
