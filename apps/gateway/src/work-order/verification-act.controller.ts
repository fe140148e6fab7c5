import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags, OmitType } from '@nestjs/swagger';
import {
  AcceptVerification,
  ReportVerification,
  ReportVerificationRequest,
  type RequestContext,
  RequestVerification,
  RequestVerificationRequest,
  SendBackVerification,
  SendBackVerificationRequest,
  VerificationAct,
  WorkOrderView,
} from '@switchyard/contracts';
import { OperationClient } from '@switchyard/platform';
import { Permission } from '../access/permission.decorator';
import { ApiProblems } from '../openapi/api-problems.decorator';
import { Context } from '../request-context/context.decorator';
import { WorkOrderPath } from './work-order-path';

export class RequestVerificationBody extends OmitType(RequestVerificationRequest, ['number'] as const) {}

export class ReportVerificationBody extends OmitType(ReportVerificationRequest, ['number'] as const) {}

export class SendBackVerificationBody extends OmitType(SendBackVerificationRequest, ['number'] as const) {}

export class VerificationBody extends OmitType(VerificationAct, ['number'] as const) {}

@ApiTags('verifications')
@ApiBearerAuth()
@Controller('work-orders/:number')
export class VerificationActController {
  constructor(private readonly operations: OperationClient) {}

  @Post('verifications')
  @Permission('work-order:write')
  @HttpCode(200)
  @ApiOperation({ summary: 'Ask a field inspector to verify something on site' })
  @ApiOkResponse({ type: WorkOrderView })
  @ApiProblems(404, 409, 422)
  request(
    @Param() { number }: WorkOrderPath,
    @Body() body: RequestVerificationBody,
    @Context() context: RequestContext,
  ): Promise<WorkOrderView> {
    return this.operations.call(RequestVerification, { number, ...body }, context);
  }

  @Post('verifications/report')
  @Permission('work-order:write')
  @HttpCode(200)
  @ApiOperation({ summary: 'What the inspector found' })
  @ApiOkResponse({ type: WorkOrderView })
  @ApiProblems(404, 409, 422)
  report(
    @Param() { number }: WorkOrderPath,
    @Body() body: ReportVerificationBody,
    @Context() context: RequestContext,
  ): Promise<WorkOrderView> {
    return this.operations.call(ReportVerification, { number, ...body }, context);
  }

  @Post('verifications/send-back')
  @Permission('work-order:write')
  @HttpCode(200)
  @ApiOperation({ summary: 'The finding misses the standard: the inspector goes again' })
  @ApiOkResponse({ type: WorkOrderView })
  @ApiProblems(404, 409, 422)
  sendBack(
    @Param() { number }: WorkOrderPath,
    @Body() body: SendBackVerificationBody,
    @Context() context: RequestContext,
  ): Promise<WorkOrderView> {
    return this.operations.call(SendBackVerification, { number, ...body }, context);
  }

  @Post('verifications/accept')
  @Permission('work-order:write')
  @HttpCode(200)
  @ApiOperation({ summary: 'The finding is accepted' })
  @ApiOkResponse({ type: WorkOrderView })
  @ApiProblems(404, 409, 422)
  accept(
    @Param() { number }: WorkOrderPath,
    @Body() body: VerificationBody,
    @Context() context: RequestContext,
  ): Promise<WorkOrderView> {
    return this.operations.call(AcceptVerification, { number, ...body }, context);
  }
}
