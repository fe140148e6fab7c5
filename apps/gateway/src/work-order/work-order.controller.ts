import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  CaseProgressRequest,
  FoundCase,
  GetCaseProgress,
  GetWorkOrder,
  GetWorkOrderRequest,
  ListWorkOrders,
  ListWorkOrdersRequest,
  OpenWorkOrder,
  OpenWorkOrderRequest,
  type RequestContext,
  WorkOrderPage,
  WorkOrderView,
} from '@switchyard/contracts';
import { OperationClient } from '@switchyard/platform';
import { Permission } from '../access/permission.decorator';
import { ApiProblems } from '../openapi/api-problems.decorator';
import { Context } from '../request-context/context.decorator';

@ApiTags('work orders')
@ApiBearerAuth()
@Controller('work-orders')
export class WorkOrderController {
  constructor(private readonly operations: OperationClient) {}

  @Get()
  @Permission('work-order:read')
  @ApiOperation({ summary: 'Work orders, the latest first' })
  @ApiOkResponse({ type: WorkOrderPage })
  list(@Query() query: ListWorkOrdersRequest, @Context() context: RequestContext): Promise<WorkOrderPage> {
    return this.operations.call(ListWorkOrders, query, context);
  }

  @Post()
  @Permission('work-order:write')
  @ApiOperation({
    summary: 'Open a work order, once per reference',
    description:
      'An anonymous one has neither account nor phone; its caller asks for progress by the query code.',
  })
  @ApiCreatedResponse({ type: WorkOrderView })
  @ApiProblems(409, 422)
  open(@Body() body: OpenWorkOrderRequest, @Context() context: RequestContext): Promise<WorkOrderView> {
    return this.operations.call(OpenWorkOrder, body, context);
  }

  @Get('progress/:queryCode')
  @Permission('work-order:read')
  @ApiOperation({ summary: 'How far a case is, by the query code that the caller was given' })
  @ApiOkResponse({ type: FoundCase })
  progress(@Param() path: CaseProgressRequest, @Context() context: RequestContext): Promise<FoundCase> {
    return this.operations.call(GetCaseProgress, path, context);
  }

  @Get(':number')
  @Permission('work-order:read')
  @ApiOperation({ summary: 'One work order' })
  @ApiOkResponse({ type: WorkOrderView })
  @ApiProblems(404)
  one(@Param() path: GetWorkOrderRequest, @Context() context: RequestContext): Promise<WorkOrderView> {
    return this.operations.call(GetWorkOrder, path, context);
  }
}
