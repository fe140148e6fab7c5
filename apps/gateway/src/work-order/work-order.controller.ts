import { Body, Controller, Get, Param, Post, Query, type StreamableFile } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  CaseProgressRequest,
  FoundCase,
  GetCaseProgress,
  GetWorkOrder,
  GetWorkOrderHistory,
  GetWorkOrderRequest,
  ListWorkOrders,
  ListWorkOrdersRequest,
  OpenWorkOrder,
  OpenWorkOrderRequest,
  type RequestContext,
  WorkOrderHistory,
  WorkOrderPage,
  WorkOrderView,
} from '@switchyard/contracts';
import { OperationClient } from '@switchyard/platform';
import { Permission } from '../access/permission.decorator';
import { ListFiles } from '../http/list-files';
import { ApiListFile } from '../openapi/api-list-file.decorator';
import { ApiProblems } from '../openapi/api-problems.decorator';
import { Context } from '../request-context/context.decorator';
import { WORK_ORDER_COLUMNS } from './work-order-columns';
import { WorkOrderPath } from './work-order-path';
import { HistoryQuery, WorkOrdersExportQuery } from './work-order.dto';

@ApiTags('work orders')
@ApiBearerAuth()
@Controller('work-orders')
export class WorkOrderController {
  constructor(
    private readonly operations: OperationClient,
    private readonly files: ListFiles,
  ) {}

  @Get()
  @Permission('work-order:read')
  @ApiOperation({ summary: 'Work orders by filters, sorted, page by page' })
  @ApiOkResponse({ type: WorkOrderPage })
  list(@Query() query: ListWorkOrdersRequest, @Context() context: RequestContext): Promise<WorkOrderPage> {
    return this.operations.call(ListWorkOrders, query, context);
  }

  @Get('export')
  @Permission('work-order:read')
  @ApiOperation({ summary: 'The list as a file, with the same filters' })
  @ApiListFile()
  export(@Query() query: WorkOrdersExportQuery, @Context() context: RequestContext): Promise<StreamableFile> {
    const list = { operation: ListWorkOrders, columns: WORK_ORDER_COLUMNS };
    const names = { fileName: 'work-orders', sheetName: { 'zh-CN': '工单', en: 'Work orders' } };
    return this.files.of({ ...list, ...names }, query, context);
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

  @Get(':number/history')
  @Permission('work-order:read')
  @ApiOperation({
    summary: 'Everything that happened to a work order',
    description:
      '`verify=true` proves by the chain of hashes that nothing is missing and nothing was changed.',
  })
  @ApiOkResponse({ type: WorkOrderHistory })
  @ApiProblems(404)
  history(
    @Param() { number }: WorkOrderPath,
    @Query() query: HistoryQuery,
    @Context() context: RequestContext,
  ): Promise<WorkOrderHistory> {
    return this.operations.call(GetWorkOrderHistory, { number, ...query }, context);
  }
}
