import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags, OmitType } from '@nestjs/swagger';
import {
  CloseWorkOrder,
  CloseWorkOrderRequest,
  DecideWorkOrder,
  DecideWorkOrderRequest,
  LinkWorkOrder,
  LinkWorkOrderRequest,
  MergeWorkOrder,
  MergeWorkOrderRequest,
  ReasonAct,
  ReopenWorkOrder,
  type RequestContext,
  TellCustomer,
  TellCustomerRequest,
  WorkOrderView,
} from '@switchyard/contracts';
import { OperationClient } from '@switchyard/platform';
import { Permission } from '../access/permission.decorator';
import { ApiProblems } from '../openapi/api-problems.decorator';
import { Context } from '../request-context/context.decorator';
import { WorkOrderPath } from './work-order-path';

export class DecideWorkOrderBody extends OmitType(DecideWorkOrderRequest, ['number'] as const) {}

export class TellCustomerBody extends OmitType(TellCustomerRequest, ['number'] as const) {}

export class CloseWorkOrderBody extends OmitType(CloseWorkOrderRequest, ['number'] as const) {}

export class ReasonBody extends OmitType(ReasonAct, ['number'] as const) {}

export class MergeWorkOrderBody extends OmitType(MergeWorkOrderRequest, ['number'] as const) {}

export class LinkWorkOrderBody extends OmitType(LinkWorkOrderRequest, ['number'] as const) {}

@ApiTags('work orders')
@ApiBearerAuth()
@Controller('work-orders/:number')
export class WorkOrderEndController {
  constructor(private readonly operations: OperationClient) {}

  @Post('decide')
  @Permission('work-order:write')
  @HttpCode(200)
  @ApiOperation({ summary: 'What is decided on a complaint or a report' })
  @ApiOkResponse({ type: WorkOrderView })
  @ApiProblems(404, 409, 422)
  decide(
    @Param() { number }: WorkOrderPath,
    @Body() body: DecideWorkOrderBody,
    @Context() context: RequestContext,
  ): Promise<WorkOrderView> {
    return this.operations.call(DecideWorkOrder, { number, ...body }, context);
  }

  @Post('tell-customer')
  @Permission('work-order:write')
  @HttpCode(200)
  @ApiOperation({ summary: 'The customer was told the result (L18)' })
  @ApiOkResponse({ type: WorkOrderView })
  @ApiProblems(404, 409, 422)
  tellCustomer(
    @Param() { number }: WorkOrderPath,
    @Body() body: TellCustomerBody,
    @Context() context: RequestContext,
  ): Promise<WorkOrderView> {
    return this.operations.call(TellCustomer, { number, ...body }, context);
  }

  @Post('close')
  @Permission('work-order:write')
  @HttpCode(200)
  @ApiOperation({ summary: 'Close it, and with it all that was reported for the same fault' })
  @ApiOkResponse({ type: WorkOrderView })
  @ApiProblems(404, 409, 422)
  close(
    @Param() { number }: WorkOrderPath,
    @Body() body: CloseWorkOrderBody,
    @Context() context: RequestContext,
  ): Promise<WorkOrderView> {
    return this.operations.call(CloseWorkOrder, { number, ...body }, context);
  }

  @Post('reopen')
  @Permission('work-order:write')
  @HttpCode(200)
  @ApiOperation({ summary: 'Go on from the beginning, in a cycle of its own' })
  @ApiOkResponse({ type: WorkOrderView })
  @ApiProblems(404, 409, 422)
  reopen(
    @Param() { number }: WorkOrderPath,
    @Body() body: ReasonBody,
    @Context() context: RequestContext,
  ): Promise<WorkOrderView> {
    return this.operations.call(ReopenWorkOrder, { number, ...body }, context);
  }

  @Post('merge')
  @Permission('work-order:write')
  @HttpCode(200)
  @ApiOperation({ summary: 'End a duplicate; the other one goes on' })
  @ApiOkResponse({ type: WorkOrderView })
  @ApiProblems(404, 409, 422)
  merge(
    @Param() { number }: WorkOrderPath,
    @Body() body: MergeWorkOrderBody,
    @Context() context: RequestContext,
  ): Promise<WorkOrderView> {
    return this.operations.call(MergeWorkOrder, { number, ...body }, context);
  }

  @Post('link')
  @Permission('work-order:write')
  @HttpCode(200)
  @ApiOperation({ summary: 'Link it to the first that was reported for the same fault' })
  @ApiOkResponse({ type: WorkOrderView })
  @ApiProblems(404, 409, 422)
  link(
    @Param() { number }: WorkOrderPath,
    @Body() body: LinkWorkOrderBody,
    @Context() context: RequestContext,
  ): Promise<WorkOrderView> {
    return this.operations.call(LinkWorkOrder, { number, ...body }, context);
  }
}
