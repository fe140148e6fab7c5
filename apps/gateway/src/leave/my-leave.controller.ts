import {
  Body,
  Controller,
  Get,
  HttpCode,
  Inject,
  Param,
  Post,
  Query,
  Req,
  StreamableFile,
} from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import {
  type AnnualBalancePage,
  AnnualBalanceView,
  AskLeaveCancellation,
  CheckLeave,
  GetLeave,
  LeaveDetails,
  type LeavePage,
  LeavePlan,
  LeaveView,
  ListAnnualBalances,
  ListLeaves,
  OpenLeavePaper,
  type RequestContext,
  RequestLeave,
  WithdrawLeave,
} from '@switchyard/contracts';
import { FILE_STORE, type FileStore, OperationClient } from '@switchyard/platform';
import type { FastifyRequest } from 'fastify';
import { Permission } from '../access/permission.decorator';
import { downloadOf } from '../attendance/download-of';
import { ApiPage } from '../openapi/api-page.decorator';
import { ApiProblems } from '../openapi/api-problems.decorator';
import { Context } from '../request-context/context.decorator';
import { AcceptsUpload } from '../uploads/accepts-upload.decorator';
import { KeepPaper } from './keep-paper';
import {
  LeaveCancellationBody,
  LeavePaperPath,
  LeavePaperQuery,
  LeavePath,
  OwnBalancePath,
  OwnLeaveBody,
  OwnLeaveCheckBody,
  OwnLeavesQuery,
} from './leave.dto';

/** One's own leave: whose it is comes from the sign-in, never from the request. */
@ApiTags('me')
@ApiBearerAuth()
@Controller('me')
export class MyLeaveController {
  constructor(
    private readonly operations: OperationClient,
    private readonly papers: KeepPaper,
    @Inject(FILE_STORE) private readonly files: FileStore,
  ) {}

  @Get('leave')
  @Permission('self:read')
  @ApiOperation({ summary: "One's own leave, the newest application first" })
  @ApiPage(LeaveView)
  @ApiProblems(422)
  list(@Query() query: OwnLeavesQuery, @Context() context: RequestContext): Promise<LeavePage> {
    return this.operations.call(ListLeaves, { ...query, own: true }, context);
  }

  @Post('leave')
  @Permission('self:write')
  @ApiOperation({ summary: 'Ask for leave (§10)' })
  @ApiCreatedResponse({ type: LeaveView })
  @ApiProblems(404, 409, 422)
  request(@Body() body: OwnLeaveBody, @Context() context: RequestContext): Promise<LeaveView> {
    return this.operations.call(RequestLeave, body, context);
  }

  @Post('leave/check')
  @Permission('self:write')
  @HttpCode(200)
  @ApiOperation({ summary: 'What a leave would be: days, papers, approvers, and what speaks against it' })
  @ApiOkResponse({ type: LeavePlan })
  @ApiProblems(404, 422)
  check(@Body() body: OwnLeaveCheckBody, @Context() context: RequestContext): Promise<LeavePlan> {
    return this.operations.call(CheckLeave, body, context);
  }

  @Get('leave/:leaveId')
  @Permission('self:read')
  @ApiOperation({ summary: 'A leave of mine with its days, papers and history' })
  @ApiOkResponse({ type: LeaveDetails })
  @ApiProblems(404, 422)
  get(@Param() path: LeavePath, @Context() context: RequestContext): Promise<LeaveDetails> {
    return this.operations.call(GetLeave, { ...path, own: true }, context);
  }

  @Post('leave/:leaveId/withdrawal')
  @Permission('self:write')
  @HttpCode(200)
  @ApiOperation({ summary: 'Withdraw leave that is not decided yet' })
  @ApiOkResponse({ type: LeaveView })
  @ApiProblems(404, 409, 422)
  withdraw(@Param() path: LeavePath, @Context() context: RequestContext): Promise<LeaveView> {
    return this.operations.call(WithdrawLeave, path, context);
  }

  @Post('leave/:leaveId/cancellation')
  @Permission('self:write')
  @HttpCode(200)
  @ApiOperation({ summary: 'Ask that approved leave is cancelled, whole or from a day on; it needs consent' })
  @ApiOkResponse({ type: LeaveView })
  @ApiProblems(404, 409, 422)
  cancel(
    @Param() path: LeavePath,
    @Body() body: LeaveCancellationBody,
    @Context() context: RequestContext,
  ): Promise<LeaveView> {
    return this.operations.call(AskLeaveCancellation, { ...body, ...path }, context);
  }

  @Post('leave/:leaveId/papers')
  @Permission('self:write')
  @AcceptsUpload('application/octet-stream')
  @ApiOperation({ summary: 'Hand in a paper: a sick note, certificates' })
  @ApiCreatedResponse({ type: LeaveView })
  @ApiProblems(404, 409, 413, 415, 422)
  addPaper(
    @Param() { leaveId }: LeavePath,
    @Query() { kind }: LeavePaperQuery,
    @Req() request: FastifyRequest,
    @Context() context: RequestContext,
  ): Promise<LeaveView> {
    return this.papers.execute(request, { leaveId, kind, own: true }, context);
  }

  @Get('leave/:leaveId/papers/:paperId')
  @Permission('self:read')
  @ApiOperation({ summary: 'A paper of mine' })
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ description: 'The file', schema: { type: 'string', format: 'binary' } })
  @ApiProblems(404, 422)
  async paper(@Param() path: LeavePaperPath, @Context() context: RequestContext): Promise<StreamableFile> {
    const paper = await this.operations.call(OpenLeavePaper, { ...path, own: true }, context);
    return downloadOf(this.files, paper);
  }

  @Get('annual-leave/:year')
  @Permission('self:read')
  @ApiOperation({ summary: 'What is left of annual leave: a list of one' })
  @ApiPage(AnnualBalanceView)
  @ApiProblems(422)
  balance(@Param() path: OwnBalancePath, @Context() context: RequestContext): Promise<AnnualBalancePage> {
    return this.operations.call(ListAnnualBalances, { ...path, own: true }, context);
  }
}
