import { Body, Controller, Get, HttpCode, Param, Post, Query, type StreamableFile } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  ExcludeFollowUp,
  FaultSampleView,
  FollowUpDetail,
  FollowUpFiguresReport,
  type FollowUpPage,
  FollowUpView,
  GetFaultSample,
  GetFollowUp,
  GetFollowUpFigures,
  GetFollowUpFiguresRequest,
  ListFollowUps,
  ListFollowUpsRequest,
  PickFollowUp,
  PickFollowUpRequest,
  PlanFollowUps,
  PlanFollowUpsRequest,
  PlannedFollowUps,
  RecordedFollowUps,
  RecordFollowUp,
  RecordFollowUpRequest,
  type RequestContext,
} from '@switchyard/contracts';
import { OperationClient } from '@switchyard/platform';
import { Permission } from '../access/permission.decorator';
import { ListFiles } from '../http/list-files';
import { ApiListFile } from '../openapi/api-list-file.decorator';
import { ApiPage } from '../openapi/api-page.decorator';
import { ApiProblems } from '../openapi/api-problems.decorator';
import { Context } from '../request-context/context.decorator';
import { FOLLOW_UP_COLUMNS } from './follow-up-columns';
import { ExcludeFollowUpBody, FaultSamplePath, FollowUpPath, FollowUpsExportQuery } from './follow-up.dto';

@ApiTags('follow-ups')
@ApiBearerAuth()
@Controller()
export class FollowUpController {
  constructor(
    private readonly operations: OperationClient,
    private readonly files: ListFiles,
  ) {}

  @Get('follow-ups')
  @Permission('follow-up:read')
  @ApiOperation({ summary: 'The call-back plan: customers to be called, the most urgent first' })
  @ApiPage(FollowUpView)
  list(@Query() query: ListFollowUpsRequest, @Context() context: RequestContext): Promise<FollowUpPage> {
    return this.operations.call(ListFollowUps, query, context);
  }

  @Get('follow-ups/export')
  @Permission('follow-up:read')
  @ApiOperation({ summary: 'The call-back plan as a file' })
  @ApiListFile()
  export(@Query() query: FollowUpsExportQuery, @Context() context: RequestContext): Promise<StreamableFile> {
    const list = { operation: ListFollowUps, columns: FOLLOW_UP_COLUMNS };
    const names = { fileName: 'follow-ups', sheetName: { 'zh-CN': '回访计划', en: 'Follow-up calls' } };
    return this.files.of({ ...list, ...names }, query, context);
  }

  @Get('follow-ups/figures')
  @Permission('follow-up:read')
  @ApiOperation({ summary: 'Planned, done, on time, satisfied: by kind, purpose, area, person or day' })
  @ApiOkResponse({ type: FollowUpFiguresReport })
  @ApiProblems(422)
  figures(
    @Query() query: GetFollowUpFiguresRequest,
    @Context() context: RequestContext,
  ): Promise<FollowUpFiguresReport> {
    return this.operations.call(GetFollowUpFigures, query, context);
  }

  @Get('follow-ups/:itemId')
  @Permission('follow-up:read')
  @ApiOperation({ summary: 'One follow-up with its calls' })
  @ApiOkResponse({ type: FollowUpDetail })
  @ApiProblems(404)
  one(@Param() path: FollowUpPath, @Context() context: RequestContext): Promise<FollowUpDetail> {
    return this.operations.call(GetFollowUp, path, context);
  }

  @Post('follow-ups')
  @Permission('follow-up:plan')
  @ApiOperation({ summary: 'Pick a work order that the sample left out' })
  @ApiCreatedResponse({ type: FollowUpView })
  @ApiProblems(404, 409, 422)
  pick(@Body() body: PickFollowUpRequest, @Context() context: RequestContext): Promise<FollowUpView> {
    return this.operations.call(PickFollowUp, body, context);
  }

  @Post('follow-ups/plan')
  @Permission('follow-up:plan')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Assign follow-ups, or assign them anew; all of them or none',
    description: 'A time lies within the hours at which each customer may be called.',
  })
  @ApiOkResponse({ type: PlannedFollowUps })
  @ApiProblems(404, 409, 422)
  plan(@Body() body: PlanFollowUpsRequest, @Context() context: RequestContext): Promise<PlannedFollowUps> {
    return this.operations.call(PlanFollowUps, body, context);
  }

  @Post('follow-ups/:itemId/exclude')
  @Permission('follow-up:plan')
  @HttpCode(200)
  @ApiOperation({ summary: 'There is nobody to call: take it out of the count, with a reason' })
  @ApiOkResponse({ type: FollowUpView })
  @ApiProblems(404, 409)
  exclude(
    @Param() { itemId }: FollowUpPath,
    @Body() body: ExcludeFollowUpBody,
    @Context() context: RequestContext,
  ): Promise<FollowUpView> {
    return this.operations.call(ExcludeFollowUp, { ...body, itemId }, context);
  }

  @Post('follow-up-calls')
  @Permission('follow-up:write')
  @ApiOperation({
    summary: 'Record a call for one follow-up, or for two of one work order, each with its own result',
    description: 'A dissatisfied customer’s case is opened again, or a complaint is opened.',
  })
  @ApiCreatedResponse({ type: RecordedFollowUps })
  @ApiProblems(404, 409, 422)
  record(
    @Body() body: RecordFollowUpRequest,
    @Context() context: RequestContext,
  ): Promise<RecordedFollowUps> {
    return this.operations.call(RecordFollowUp, body, context);
  }

  @Get('fault-samples/:faultKey')
  @Permission('follow-up:read')
  @ApiOperation({
    summary: 'How the calls of a fault were sampled, with the seed by which it can be repeated',
  })
  @ApiOkResponse({ type: FaultSampleView })
  @ApiProblems(404)
  sample(@Param() path: FaultSamplePath, @Context() context: RequestContext): Promise<FaultSampleView> {
    return this.operations.call(GetFaultSample, path, context);
  }
}
