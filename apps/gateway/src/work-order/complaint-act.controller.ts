import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags, OmitType } from '@nestjs/swagger';
import {
  ApproveCompensation,
  ApproveCompensationRequest,
  FindCause,
  FindCauseRequest,
  FinishMeasure,
  FinishMeasureRequest,
  PayCompensation,
  PayCompensationRequest,
  PlanMeasure,
  PlanMeasureRequest,
  ProposeCompensation,
  ProposeCompensationRequest,
  ReasonAct,
  RefuseCompensation,
  type RequestContext,
  VerifyMeasure,
  VerifyMeasureRequest,
  WorkOrderView,
} from '@switchyard/contracts';
import { OperationClient } from '@switchyard/platform';
import { Permission } from '../access/permission.decorator';
import { ApiProblems } from '../openapi/api-problems.decorator';
import { Context } from '../request-context/context.decorator';
import { WorkOrderPath } from './work-order-path';

export class ProposeCompensationBody extends OmitType(ProposeCompensationRequest, ['number'] as const) {}

export class ApproveCompensationBody extends OmitType(ApproveCompensationRequest, ['number'] as const) {}

export class ReasonBody extends OmitType(ReasonAct, ['number'] as const) {}

export class PayCompensationBody extends OmitType(PayCompensationRequest, ['number'] as const) {}

export class FindCauseBody extends OmitType(FindCauseRequest, ['number'] as const) {}

export class PlanMeasureBody extends OmitType(PlanMeasureRequest, ['number'] as const) {}

export class FinishMeasureBody extends OmitType(FinishMeasureRequest, ['number'] as const) {}

export class VerifyMeasureBody extends OmitType(VerifyMeasureRequest, ['number'] as const) {}

@ApiTags('complaints')
@ApiBearerAuth()
@Controller('work-orders/:number')
export class ComplaintActController {
  constructor(private readonly operations: OperationClient) {}

  @Post('compensation/propose')
  @Permission('work-order:write')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Propose a compensation',
    description: "Within the named handler's authority it holds at once, else a second person approves it.",
  })
  @ApiOkResponse({ type: WorkOrderView })
  @ApiProblems(404, 409, 422)
  propose(
    @Param() { number }: WorkOrderPath,
    @Body() body: ProposeCompensationBody,
    @Context() context: RequestContext,
  ): Promise<WorkOrderView> {
    return this.operations.call(ProposeCompensation, { number, ...body }, context);
  }

  @Post('compensation/approve')
  @Permission('compensation:approve')
  @HttpCode(200)
  @ApiOperation({ summary: 'Approve what somebody else proposed' })
  @ApiOkResponse({ type: WorkOrderView })
  @ApiProblems(404, 409, 422)
  approve(
    @Param() { number }: WorkOrderPath,
    @Body() body: ApproveCompensationBody,
    @Context() context: RequestContext,
  ): Promise<WorkOrderView> {
    return this.operations.call(ApproveCompensation, { number, ...body }, context);
  }

  @Post('compensation/refuse')
  @Permission('compensation:approve')
  @HttpCode(200)
  @ApiOperation({ summary: 'Refuse what somebody else proposed' })
  @ApiOkResponse({ type: WorkOrderView })
  @ApiProblems(404, 409, 422)
  refuse(
    @Param() { number }: WorkOrderPath,
    @Body() body: ReasonBody,
    @Context() context: RequestContext,
  ): Promise<WorkOrderView> {
    return this.operations.call(RefuseCompensation, { number, ...body }, context);
  }

  @Post('compensation/pay')
  @Permission('work-order:write')
  @HttpCode(200)
  @ApiOperation({ summary: 'It was paid' })
  @ApiOkResponse({ type: WorkOrderView })
  @ApiProblems(404, 409, 422)
  pay(
    @Param() { number }: WorkOrderPath,
    @Body() body: PayCompensationBody,
    @Context() context: RequestContext,
  ): Promise<WorkOrderView> {
    return this.operations.call(PayCompensation, { number, ...body }, context);
  }

  @Post('cause')
  @Permission('work-order:write')
  @HttpCode(200)
  @ApiOperation({ summary: 'What caused it' })
  @ApiOkResponse({ type: WorkOrderView })
  @ApiProblems(404, 409, 422)
  findCause(
    @Param() { number }: WorkOrderPath,
    @Body() body: FindCauseBody,
    @Context() context: RequestContext,
  ): Promise<WorkOrderView> {
    return this.operations.call(FindCause, { number, ...body }, context);
  }

  @Post('measures')
  @Permission('work-order:write')
  @HttpCode(200)
  @ApiOperation({ summary: 'Plan an improvement' })
  @ApiOkResponse({ type: WorkOrderView })
  @ApiProblems(404, 409, 422)
  planMeasure(
    @Param() { number }: WorkOrderPath,
    @Body() body: PlanMeasureBody,
    @Context() context: RequestContext,
  ): Promise<WorkOrderView> {
    return this.operations.call(PlanMeasure, { number, ...body }, context);
  }

  @Post('measures/finish')
  @Permission('work-order:write')
  @HttpCode(200)
  @ApiOperation({ summary: 'An improvement is made' })
  @ApiOkResponse({ type: WorkOrderView })
  @ApiProblems(404, 409, 422)
  finishMeasure(
    @Param() { number }: WorkOrderPath,
    @Body() body: FinishMeasureBody,
    @Context() context: RequestContext,
  ): Promise<WorkOrderView> {
    return this.operations.call(FinishMeasure, { number, ...body }, context);
  }

  @Post('measures/verify')
  @Permission('work-order:write')
  @HttpCode(200)
  @ApiOperation({ summary: 'Whether an improvement works; without effect it is open again' })
  @ApiOkResponse({ type: WorkOrderView })
  @ApiProblems(404, 409, 422)
  verifyMeasure(
    @Param() { number }: WorkOrderPath,
    @Body() body: VerifyMeasureBody,
    @Context() context: RequestContext,
  ): Promise<WorkOrderView> {
    return this.operations.call(VerifyMeasure, { number, ...body }, context);
  }
}
