import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  ComplaintReference,
  ComplaintWords,
  GetComplaint,
  ListComplaintsRequest,
  ListOfficeComplaints,
  type RequestContext,
  type StaffComplaintPage,
  StaffComplaintSummary,
  StaffComplaintView,
  WriteToComplaint,
} from '@switchyard/contracts';
import { OperationClient } from '@switchyard/platform';
import { Permission } from '../access/permission.decorator';
import { ApiPage } from '../openapi/api-page.decorator';
import { ApiProblems } from '../openapi/api-problems.decorator';
import { Context } from '../request-context/context.decorator';

@ApiTags('staff complaints')
@ApiBearerAuth()
@Controller('staff-complaints')
export class ComplaintsController {
  constructor(private readonly operations: OperationClient) {}

  @Get()
  @Permission('self:read')
  @ApiOperation({
    summary: 'Complaints that are addressed to the office of who asks; empty for everybody else',
  })
  @ApiPage(StaffComplaintSummary)
  list(
    @Query() query: ListComplaintsRequest,
    @Context() context: RequestContext,
  ): Promise<StaffComplaintPage> {
    return this.operations.call(ListOfficeComplaints, query, context);
  }

  @Get(':complaintId')
  @Permission('self:read')
  @ApiOperation({ summary: 'A complaint, for the office that it is addressed to and for whose it is' })
  @ApiOkResponse({ type: StaffComplaintView })
  @ApiProblems(404, 422)
  get(@Param() path: ComplaintReference, @Context() context: RequestContext): Promise<StaffComplaintView> {
    return this.operations.call(GetComplaint, path, context);
  }

  @Post(':complaintId/messages')
  @Permission('self:write')
  @HttpCode(200)
  @ApiOperation({ summary: 'Answer a complaint, or write one word more to one’s own' })
  @ApiOkResponse({ type: StaffComplaintView })
  @ApiProblems(404, 409, 422)
  write(
    @Param() path: ComplaintReference,
    @Body() body: ComplaintWords,
    @Context() context: RequestContext,
  ): Promise<StaffComplaintView> {
    return this.operations.call(WriteToComplaint, { ...body, ...path }, context);
  }
}
