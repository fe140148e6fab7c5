import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  GetInboundCall,
  InboundCallDetail,
  type InboundCallPage,
  InboundCallView,
  ListInboundCalls,
  ListInboundCallsRequest,
  type RequestContext,
} from '@switchyard/contracts';
import { OperationClient } from '@switchyard/platform';
import { Permission } from '../access/permission.decorator';
import { ApiPage } from '../openapi/api-page.decorator';
import { ApiProblems } from '../openapi/api-problems.decorator';
import { Context } from '../request-context/context.decorator';
import { InboundCallPath } from './call-flow.dto';

@ApiTags('inbound-calls')
@ApiBearerAuth()
@Controller('inbound-calls')
export class InboundCallController {
  constructor(private readonly operations: OperationClient) {}

  @Get()
  @Permission('inbound-call:read')
  @ApiOperation({ summary: 'Calls of customers, the newest first' })
  @ApiPage(InboundCallView)
  list(
    @Query() query: ListInboundCallsRequest,
    @Context() context: RequestContext,
  ): Promise<InboundCallPage> {
    return this.operations.call(ListInboundCalls, query, context);
  }

  @Get(':callId')
  @Permission('inbound-call:read')
  @ApiOperation({ summary: 'One call, with what was asked for in the menus' })
  @ApiOkResponse({ type: InboundCallDetail })
  @ApiProblems(404)
  one(@Param() path: InboundCallPath, @Context() context: RequestContext): Promise<InboundCallDetail> {
    return this.operations.call(GetInboundCall, path, context);
  }
}
