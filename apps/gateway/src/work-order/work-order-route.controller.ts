import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags, OmitType } from '@nestjs/swagger';
import {
  AcceptWorkOrder,
  AcceptWorkOrderRequest,
  AssignWorkOrder,
  AssignWorkOrderRequest,
  ForwardWorkOrder,
  ForwardWorkOrderRequest,
  MoveResponsibility,
  MoveResponsibilityRequest,
  type RequestContext,
  WorkOrderView,
} from '@switchyard/contracts';
import { OperationClient } from '@switchyard/platform';
import { Permission } from '../access/permission.decorator';
import { ApiProblems } from '../openapi/api-problems.decorator';
import { Context } from '../request-context/context.decorator';
import { WorkOrderPath } from './work-order-path';

export class AssignWorkOrderBody extends OmitType(AssignWorkOrderRequest, ['number'] as const) {}

export class AcceptWorkOrderBody extends OmitType(AcceptWorkOrderRequest, ['number'] as const) {}

export class ForwardWorkOrderBody extends OmitType(ForwardWorkOrderRequest, ['number'] as const) {}

export class MoveResponsibilityBody extends OmitType(MoveResponsibilityRequest, ['number'] as const) {}

@ApiTags('work orders')
@ApiBearerAuth()
@Controller('work-orders/:number')
export class WorkOrderRouteController {
  constructor(private readonly operations: OperationClient) {}

  @Post('assign')
  @Permission('work-order:write')
  @HttpCode(200)
  @ApiOperation({ summary: 'Give it to a department; by the routing rules when none is named' })
  @ApiOkResponse({ type: WorkOrderView })
  @ApiProblems(404, 409, 422)
  assign(
    @Param() { number }: WorkOrderPath,
    @Body() body: AssignWorkOrderBody,
    @Context() context: RequestContext,
  ): Promise<WorkOrderView> {
    return this.operations.call(AssignWorkOrder, { number, ...body }, context);
  }

  @Post('accept')
  @Permission('work-order:write')
  @HttpCode(200)
  @ApiOperation({ summary: 'The department takes it in hand' })
  @ApiOkResponse({ type: WorkOrderView })
  @ApiProblems(404, 409, 422)
  accept(
    @Param() { number }: WorkOrderPath,
    @Body() body: AcceptWorkOrderBody,
    @Context() context: RequestContext,
  ): Promise<WorkOrderView> {
    return this.operations.call(AcceptWorkOrder, { number, ...body }, context);
  }

  @Post('forward')
  @Permission('work-order:write')
  @HttpCode(200)
  @ApiOperation({
    summary: 'To another department, with a reason',
    description: 'A matter of integrity leaves discipline inspection only by who may reroute (C3).',
  })
  @ApiOkResponse({ type: WorkOrderView })
  @ApiProblems(404, 409, 422)
  forward(
    @Param() { number }: WorkOrderPath,
    @Body() body: ForwardWorkOrderBody,
    @Context() context: RequestContext,
  ): Promise<WorkOrderView> {
    return this.operations.call(ForwardWorkOrder, { number, ...body }, context);
  }

  @Post('responsibility')
  @Permission('work-order:write')
  @HttpCode(200)
  @ApiOperation({ summary: 'Somebody else is responsible for it to the end (首问负责制), with a reason' })
  @ApiOkResponse({ type: WorkOrderView })
  @ApiProblems(404, 409, 422)
  moveResponsibility(
    @Param() { number }: WorkOrderPath,
    @Body() body: MoveResponsibilityBody,
    @Context() context: RequestContext,
  ): Promise<WorkOrderView> {
    return this.operations.call(MoveResponsibility, { number, ...body }, context);
  }
}
