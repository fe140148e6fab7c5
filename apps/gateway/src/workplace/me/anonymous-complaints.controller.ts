import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  AnonymousComplaintReceipt,
  ComplaintReceipt,
  ComplaintText,
  GetAnonymousComplaint,
  type RequestContext,
  StaffComplaintView,
  SubmitAnonymousComplaint,
  WriteByReceiptRequest,
  WriteToAnonymousComplaint,
} from '@switchyard/contracts';
import { OperationClient } from '@switchyard/platform';
import { Permission } from '../../access/permission.decorator';
import { UnnamedInAudit } from '../../audit/unnamed-in-audit.decorator';
import { NoIdempotency } from '../../idempotency/no-idempotency.decorator';
import { ApiProblems } from '../../openapi/api-problems.decorator';
import { Context } from '../../request-context/context.decorator';

@ApiTags('my workplace')
@ApiBearerAuth()
@Controller('me/anonymous-complaints')
export class AnonymousComplaintsController {
  constructor(private readonly operations: OperationClient) {}

  @Post()
  @Permission('self:write')
  @UnnamedInAudit()
  @NoIdempotency()
  @ApiOperation({
    summary: 'Complain to an office without one’s name',
    description:
      'The receipt is told once and is the only way back to the complaint. The audit tells that one was sent, and not by whom.',
  })
  @ApiCreatedResponse({ type: AnonymousComplaintReceipt })
  @ApiProblems(422)
  submit(
    @Body() body: ComplaintText,
    @Context() context: RequestContext,
  ): Promise<AnonymousComplaintReceipt> {
    return this.operations.call(SubmitAnonymousComplaint, body, context);
  }

  @Post('read')
  @Permission('self:write')
  @HttpCode(200)
  @UnnamedInAudit()
  @NoIdempotency()
  @ApiOperation({ summary: 'The complaint of a receipt, with the answers' })
  @ApiOkResponse({ type: StaffComplaintView })
  @ApiProblems(404)
  get(@Body() body: ComplaintReceipt, @Context() context: RequestContext): Promise<StaffComplaintView> {
    return this.operations.call(GetAnonymousComplaint, body, context);
  }

  @Post('messages')
  @Permission('self:write')
  @HttpCode(200)
  @UnnamedInAudit()
  @NoIdempotency()
  @ApiOperation({ summary: 'One word more to the complaint of a receipt' })
  @ApiOkResponse({ type: StaffComplaintView })
  @ApiProblems(404, 409)
  write(
    @Body() body: WriteByReceiptRequest,
    @Context() context: RequestContext,
  ): Promise<StaffComplaintView> {
    return this.operations.call(WriteToAnonymousComplaint, body, context);
  }
}
