import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  GetWorkOrder,
  GetWorkOrderRequest,
  ListWorkOrders,
  ListWorkOrdersRequest,
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

  @Get(':number')
  @Permission('work-order:read')
  @ApiOperation({ summary: 'One work order' })
  @ApiOkResponse({ type: WorkOrderView })
  @ApiProblems(404)
  one(@Param() path: GetWorkOrderRequest, @Context() context: RequestContext): Promise<WorkOrderView> {
    return this.operations.call(GetWorkOrder, path, context);
  }
}
