import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags, OmitType } from '@nestjs/swagger';
import {
  AnswerWorkOrder,
  AnswerWorkOrderRequest,
  ClassifyWorkOrder,
  ClassifyWorkOrderRequest,
  NoteOnWorkOrder,
  PauseWorkOrder,
  PromiseReply,
  PromiseReplyRequest,
  ReasonAct,
  ReplyInterim,
  type RequestContext,
  ResumeWorkOrder,
  ResumeWorkOrderRequest,
  SendBackWorkOrder,
  TextAct,
  UrgeWorkOrder,
  UrgeWorkOrderRequest,
  WorkOrderView,
} from '@switchyard/contracts';
import { OperationClient } from '@switchyard/platform';
import { Permission } from '../access/permission.decorator';
import { ApiProblems } from '../openapi/api-problems.decorator';
import { Context } from '../request-context/context.decorator';
import { WorkOrderPath } from './work-order-path';

export class ClassifyWorkOrderBody extends OmitType(ClassifyWorkOrderRequest, ['number'] as const) {}

export class TextBody extends OmitType(TextAct, ['number'] as const) {}

export class AnswerWorkOrderBody extends OmitType(AnswerWorkOrderRequest, ['number'] as const) {}

export class ReasonBody extends OmitType(ReasonAct, ['number'] as const) {}

export class UrgeWorkOrderBody extends OmitType(UrgeWorkOrderRequest, ['number'] as const) {}

export class ResumeWorkOrderBody extends OmitType(ResumeWorkOrderRequest, ['number'] as const) {}

export class PromiseReplyBody extends OmitType(PromiseReplyRequest, ['number'] as const) {}

@ApiTags('work orders')
@ApiBearerAuth()
@Controller('work-orders/:number')
export class WorkOrderWorkController {
  constructor(private readonly operations: OperationClient) {}

  @Post('classify')
  @Permission('work-order:write')
  @HttpCode(200)
  @ApiOperation({ summary: 'Classify it and complete what its kind needs' })
  @ApiOkResponse({ type: WorkOrderView })
  @ApiProblems(404, 409, 422)
  classify(
    @Param() { number }: WorkOrderPath,
    @Body() body: ClassifyWorkOrderBody,
    @Context() context: RequestContext,
  ): Promise<WorkOrderView> {
    return this.operations.call(ClassifyWorkOrder, { number, ...body }, context);
  }

  @Post('notes')
  @Permission('work-order:write')
  @HttpCode(200)
  @ApiOperation({ summary: 'Add a note' })
  @ApiOkResponse({ type: WorkOrderView })
  @ApiProblems(404, 409, 422)
  note(
    @Param() { number }: WorkOrderPath,
    @Body() body: TextBody,
    @Context() context: RequestContext,
  ): Promise<WorkOrderView> {
    return this.operations.call(NoteOnWorkOrder, { number, ...body }, context);
  }

  @Post('answer')
  @Permission('work-order:write')
  @HttpCode(200)
  @ApiOperation({ summary: "The department's result, to the centre" })
  @ApiOkResponse({ type: WorkOrderView })
  @ApiProblems(404, 409, 422)
  answer(
    @Param() { number }: WorkOrderPath,
    @Body() body: AnswerWorkOrderBody,
    @Context() context: RequestContext,
  ): Promise<WorkOrderView> {
    return this.operations.call(AnswerWorkOrder, { number, ...body }, context);
  }

  @Post('send-back')
  @Permission('work-order:write')
  @HttpCode(200)
  @ApiOperation({ summary: 'The result misses the standard: back to the department, with a reason' })
  @ApiOkResponse({ type: WorkOrderView })
  @ApiProblems(404, 409, 422)
  sendBack(
    @Param() { number }: WorkOrderPath,
    @Body() body: ReasonBody,
    @Context() context: RequestContext,
  ): Promise<WorkOrderView> {
    return this.operations.call(SendBackWorkOrder, { number, ...body }, context);
  }

  @Post('interim-replies')
  @Permission('work-order:write')
  @HttpCode(200)
  @ApiOperation({ summary: 'An interim reply where it is not finished in time (L16)' })
  @ApiOkResponse({ type: WorkOrderView })
  @ApiProblems(404, 409, 422)
  replyInterim(
    @Param() { number }: WorkOrderPath,
    @Body() body: TextBody,
    @Context() context: RequestContext,
  ): Promise<WorkOrderView> {
    return this.operations.call(ReplyInterim, { number, ...body }, context);
  }

  @Post('urge')
  @Permission('work-order:write')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Urge the department',
    description: 'The customer may at any time, the centre at or past a limit.',
  })
  @ApiOkResponse({ type: WorkOrderView })
  @ApiProblems(404, 409, 422)
  urge(
    @Param() { number }: WorkOrderPath,
    @Body() body: UrgeWorkOrderBody,
    @Context() context: RequestContext,
  ): Promise<WorkOrderView> {
    return this.operations.call(UrgeWorkOrder, { number, ...body }, context);
  }

  @Post('pause')
  @Permission('work-order:write')
  @HttpCode(200)
  @ApiOperation({ summary: 'Its clocks stand still, with a reason' })
  @ApiOkResponse({ type: WorkOrderView })
  @ApiProblems(404, 409, 422)
  pause(
    @Param() { number }: WorkOrderPath,
    @Body() body: ReasonBody,
    @Context() context: RequestContext,
  ): Promise<WorkOrderView> {
    return this.operations.call(PauseWorkOrder, { number, ...body }, context);
  }

  @Post('resume')
  @Permission('work-order:write')
  @HttpCode(200)
  @ApiOperation({ summary: 'Its clocks go on' })
  @ApiOkResponse({ type: WorkOrderView })
  @ApiProblems(404, 409, 422)
  resume(
    @Param() { number }: WorkOrderPath,
    @Body() body: ResumeWorkOrderBody,
    @Context() context: RequestContext,
  ): Promise<WorkOrderView> {
    return this.operations.call(ResumeWorkOrder, { number, ...body }, context);
  }

  @Post('promise')
  @Permission('work-order:write')
  @HttpCode(200)
  @ApiOperation({ summary: 'A time to reply by was given to the customer (L34)' })
  @ApiOkResponse({ type: WorkOrderView })
  @ApiProblems(404, 409, 422)
  promise(
    @Param() { number }: WorkOrderPath,
    @Body() body: PromiseReplyBody,
    @Context() context: RequestContext,
  ): Promise<WorkOrderView> {
    return this.operations.call(PromiseReply, { number, ...body }, context);
  }
}
