import {
  Body,
  Controller,
  Get,
  HttpCode,
  Inject,
  Param,
  Post,
  Put,
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
  DecideLeave,
  DecideLeaveCancellation,
  DecideLeaves,
  DecideLeavesRequest,
  GetLeave,
  type LeaveDayPage,
  LeaveDecisionResults,
  LeaveDetails,
  LeaveOfDay,
  type LeavePage,
  LeaveView,
  ListAnnualBalances,
  ListLeaveDays,
  ListLeaves,
  OpenLeavePaper,
  type RequestContext,
  RequestLeave,
  RequestLeaveRequest,
  SetAnnualEntitlement,
  SetAnnualEntitlementRequest,
} from '@switchyard/contracts';
import { FILE_STORE, type FileStore, OperationClient } from '@switchyard/platform';
import type { FastifyRequest } from 'fastify';
import { Permission } from '../access/permission.decorator';
import { downloadOf } from '../attendance/download-of';
import { ListFiles } from '../http/list-files';
import { ApiListFile } from '../openapi/api-list-file.decorator';
import { ApiPage } from '../openapi/api-page.decorator';
import { ApiProblems } from '../openapi/api-problems.decorator';
import { Context } from '../request-context/context.decorator';
import { AcceptsUpload } from '../uploads/accepts-upload.decorator';
import { KeepPaper } from './keep-paper';
import { BALANCE_COLUMNS, LEAVE_COLUMNS, LEAVE_DAY_COLUMNS } from './leave-columns';
import {
  BalancesExportQuery,
  BalancesQuery,
  LeaveDaysExportQuery,
  LeaveDaysQuery,
  LeaveDecisionBody,
  LeavePaperPath,
  LeavePaperQuery,
  LeavePath,
  LeavesExportQuery,
  LeavesQuery,
} from './leave.dto';

@ApiTags('leave')
@ApiBearerAuth()
@Controller('leave')
export class LeaveController {
  constructor(
    private readonly operations: OperationClient,
    private readonly lists: ListFiles,
    private readonly papers: KeepPaper,
    @Inject(FILE_STORE) private readonly files: FileStore,
  ) {}

  @Get()
  @Permission('attendance:read')
  @ApiOperation({ summary: 'Leave, the newest application first; what waits for me by `waitingForMe=true`' })
  @ApiPage(LeaveView)
  @ApiProblems(422)
  list(@Query() query: LeavesQuery, @Context() context: RequestContext): Promise<LeavePage> {
    return this.operations.call(ListLeaves, query, context);
  }

  @Get('export')
  @Permission('attendance:read')
  @ApiOperation({ summary: 'The same as a file' })
  @ApiListFile()
  export(@Query() query: LeavesExportQuery, @Context() context: RequestContext): Promise<StreamableFile> {
    const list = { operation: ListLeaves, columns: LEAVE_COLUMNS };
    const names = { fileName: 'leave', sheetName: { 'zh-CN': '请假', en: 'Leave' } };
    return this.lists.of({ ...list, ...names }, query, context);
  }

  @Get('days')
  @Permission('attendance:read')
  @ApiOperation({ summary: 'Who is away when, day by day' })
  @ApiPage(LeaveOfDay)
  days(@Query() query: LeaveDaysQuery, @Context() context: RequestContext): Promise<LeaveDayPage> {
    return this.operations.call(ListLeaveDays, query, context);
  }

  @Get('days/export')
  @Permission('attendance:read')
  @ApiOperation({ summary: 'The same as a file' })
  @ApiListFile()
  exportDays(
    @Query() query: LeaveDaysExportQuery,
    @Context() context: RequestContext,
  ): Promise<StreamableFile> {
    const list = { operation: ListLeaveDays, columns: LEAVE_DAY_COLUMNS };
    const names = { fileName: 'leave-days', sheetName: { 'zh-CN': '请假日历', en: 'Days of leave' } };
    return this.lists.of({ ...list, ...names }, query, context);
  }

  @Get('annual-balances')
  @Permission('attendance:read')
  @ApiOperation({ summary: 'Annual leave of a year: due, carried over, taken, left' })
  @ApiPage(AnnualBalanceView)
  balances(@Query() query: BalancesQuery, @Context() context: RequestContext): Promise<AnnualBalancePage> {
    return this.operations.call(ListAnnualBalances, query, context);
  }

  @Get('annual-balances/export')
  @Permission('attendance:read')
  @ApiOperation({ summary: 'The same as a file' })
  @ApiListFile()
  exportBalances(
    @Query() query: BalancesExportQuery,
    @Context() context: RequestContext,
  ): Promise<StreamableFile> {
    const list = { operation: ListAnnualBalances, columns: BALANCE_COLUMNS };
    const names = { fileName: 'annual-leave', sheetName: { 'zh-CN': '公休余额', en: 'Annual leave' } };
    return this.lists.of({ ...list, ...names }, query, context);
  }

  @Put('annual-entitlements')
  @Permission('attendance:write')
  @ApiOperation({ summary: 'Set the days of a year for a person, e.g. for years worked elsewhere' })
  @ApiOkResponse({ type: AnnualBalanceView })
  @ApiProblems(404, 422)
  setEntitlement(
    @Body() body: SetAnnualEntitlementRequest,
    @Context() context: RequestContext,
  ): Promise<AnnualBalanceView> {
    return this.operations.call(SetAnnualEntitlement, body, context);
  }

  @Post()
  @Permission('attendance:write')
  @ApiOperation({ summary: 'Ask for leave for somebody, e.g. who called in sick' })
  @ApiCreatedResponse({ type: LeaveView })
  @ApiProblems(404, 409, 422)
  request(@Body() body: RequestLeaveRequest, @Context() context: RequestContext): Promise<LeaveView> {
    return this.operations.call(RequestLeave, body, context);
  }

  @Post('decisions')
  @Permission('leave:approve')
  @HttpCode(200)
  @ApiOperation({ summary: 'Decide many, each by itself: one that is not possible stops no other' })
  @ApiOkResponse({ type: LeaveDecisionResults })
  decideMany(
    @Body() body: DecideLeavesRequest,
    @Context() context: RequestContext,
  ): Promise<LeaveDecisionResults> {
    return this.operations.call(DecideLeaves, body, context);
  }

  @Get(':leaveId')
  @Permission('attendance:read')
  @ApiOperation({ summary: 'A leave with its days, papers, history, and who may decide the next step now' })
  @ApiOkResponse({ type: LeaveDetails })
  @ApiProblems(404)
  get(@Param() path: LeavePath, @Context() context: RequestContext): Promise<LeaveDetails> {
    return this.operations.call(GetLeave, path, context);
  }

  @Post(':leaveId/decision')
  @Permission('leave:approve')
  @HttpCode(200)
  @ApiOperation({ summary: 'Decide the next step; approved is the leave after the last' })
  @ApiOkResponse({ type: LeaveView })
  @ApiProblems(404, 409, 422)
  decide(
    @Param() path: LeavePath,
    @Body() body: LeaveDecisionBody,
    @Context() context: RequestContext,
  ): Promise<LeaveView> {
    return this.operations.call(DecideLeave, { ...body, ...path }, context);
  }

  @Post(':leaveId/cancellation-decision')
  @Permission('leave:approve')
  @HttpCode(200)
  @ApiOperation({ summary: 'Consent to a cancellation that was asked for, or refuse it' })
  @ApiOkResponse({ type: LeaveView })
  @ApiProblems(404, 409, 422)
  decideCancellation(
    @Param() path: LeavePath,
    @Body() body: LeaveDecisionBody,
    @Context() context: RequestContext,
  ): Promise<LeaveView> {
    return this.operations.call(DecideLeaveCancellation, { ...body, ...path }, context);
  }

  @Post(':leaveId/papers')
  @Permission('attendance:write')
  @AcceptsUpload('application/octet-stream')
  @ApiOperation({ summary: 'File a paper that somebody handed in' })
  @ApiCreatedResponse({ type: LeaveView })
  @ApiProblems(404, 409, 413, 415, 422)
  addPaper(
    @Param() { leaveId }: LeavePath,
    @Query() { kind }: LeavePaperQuery,
    @Req() request: FastifyRequest,
    @Context() context: RequestContext,
  ): Promise<LeaveView> {
    return this.papers.execute(request, { leaveId, kind }, context);
  }

  @Get(':leaveId/papers/:paperId')
  @Permission('leave:approve')
  @ApiOperation({ summary: 'A paper of a leave; sick notes are for who approves alone' })
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ description: 'The file', schema: { type: 'string', format: 'binary' } })
  @ApiProblems(404)
  async paper(@Param() path: LeavePaperPath, @Context() context: RequestContext): Promise<StreamableFile> {
    return downloadOf(this.files, await this.operations.call(OpenLeavePaper, path, context));
  }
}
