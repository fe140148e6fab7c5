import {
  Body,
  Controller,
  Delete,
  Get,
  Param,
  Patch,
  Post,
  Query,
  type StreamableFile,
} from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  OmitType,
} from '@nestjs/swagger';
import {
  CancelStaffStep,
  ChangeStaff,
  ChangeStaffRequest,
  GetOwnStaff,
  GetStaff,
  HireStaff,
  HireStaffRequest,
  ListStaff,
  ListStaffEvents,
  ListStaffEventsRequest,
  ListStaffRequest,
  RecordedStaffStep,
  RecordStaffStep,
  type RequestContext,
  type StaffEventPage,
  StaffEventView,
  type StaffPage,
  StaffReference,
  StaffStepFields,
  StaffStepReference,
  StaffView,
} from '@switchyard/contracts';
import { OperationClient } from '@switchyard/platform';
import { Permission } from '../access/permission.decorator';
import { ExportOf } from '../http/export-of';
import { ListFiles } from '../http/list-files';
import { ApiListFile } from '../openapi/api-list-file.decorator';
import { ApiPage } from '../openapi/api-page.decorator';
import { ApiProblems } from '../openapi/api-problems.decorator';
import { Context } from '../request-context/context.decorator';
import { STAFF_COLUMNS } from './staff-columns';

export class StaffPath extends StaffReference {}
export class StaffStepPath extends StaffStepReference {}
export class HireStaffBody extends HireStaffRequest {}
export class ChangeStaffBody extends OmitType(ChangeStaffRequest, ['staffNumber'] as const) {}
export class StaffStepBody extends StaffStepFields {}
export class StaffExportQuery extends ExportOf(ListStaffRequest) {}

@ApiTags('staff')
@ApiBearerAuth()
@Controller()
export class StaffController {
  constructor(
    private readonly operations: OperationClient,
    private readonly files: ListFiles,
  ) {}

  @Get('staff')
  @Permission('staff:read')
  @ApiOperation({
    summary: 'Who works or worked here',
    description: 'A group leader sees the groups led.',
  })
  @ApiPage(StaffView)
  list(@Query() query: ListStaffRequest, @Context() context: RequestContext): Promise<StaffPage> {
    return this.operations.call(ListStaff, query, context);
  }

  @Get('staff/export')
  @Permission('staff:read')
  @ApiOperation({ summary: 'The same list as a file, which can be imported again' })
  @ApiListFile()
  export(@Query() query: StaffExportQuery, @Context() context: RequestContext): Promise<StreamableFile> {
    const list = { operation: ListStaff, columns: STAFF_COLUMNS };
    const names = { fileName: 'staff', sheetName: { 'zh-CN': '员工', en: 'Staff' } };
    return this.files.of({ ...list, ...names }, query, context);
  }

  @Post('staff')
  @Permission('staff:write')
  @ApiOperation({ summary: 'Hire: from a day, into a department, post and group' })
  @ApiCreatedResponse({ type: StaffView })
  @ApiProblems(409, 422)
  hire(@Body() body: HireStaffBody, @Context() context: RequestContext): Promise<StaffView> {
    return this.operations.call(HireStaff, body, context);
  }

  @Get('staff/events')
  @Permission('staff:read')
  @ApiOperation({
    summary: 'Steps of everybody: what is planned, done, cancelled, failed; the latest day first',
  })
  @ApiPage(StaffEventView)
  allEvents(
    @Query() query: ListStaffEventsRequest,
    @Context() context: RequestContext,
  ): Promise<StaffEventPage> {
    return this.operations.call(ListStaffEvents, query, context);
  }

  @Get('staff/:staffNumber')
  @Permission('staff:read')
  @ApiOperation({ summary: 'One member of staff' })
  @ApiOkResponse({ type: StaffView })
  @ApiProblems(404)
  one(@Param() path: StaffPath, @Context() context: RequestContext): Promise<StaffView> {
    return this.operations.call(GetStaff, path, context);
  }

  @Patch('staff/:staffNumber')
  @Permission('staff:write')
  @ApiOperation({ summary: 'Correct name, telephone number or skills' })
  @ApiOkResponse({ type: StaffView })
  @ApiProblems(404, 422)
  change(
    @Param() path: StaffPath,
    @Body() body: ChangeStaffBody,
    @Context() context: RequestContext,
  ): Promise<StaffView> {
    return this.operations.call(ChangeStaff, { ...body, ...path }, context);
  }

  @Post('staff/:staffNumber/steps')
  @Permission('staff:write')
  @ApiOperation({
    summary: 'Transfer, suspend, resume or leave: now, or planned for a day to come',
    description: 'The sign-in account follows at once.',
  })
  @ApiCreatedResponse({ type: RecordedStaffStep })
  @ApiProblems(404, 422)
  step(
    @Param() path: StaffPath,
    @Body() body: StaffStepBody,
    @Context() context: RequestContext,
  ): Promise<RecordedStaffStep> {
    return this.operations.call(RecordStaffStep, { ...body, ...path }, context);
  }

  @Delete('staff/:staffNumber/steps/:eventId')
  @Permission('staff:write')
  @ApiOperation({ summary: 'Cancel a planned step' })
  @ApiOkResponse({ type: StaffEventView })
  @ApiProblems(404, 422)
  cancel(@Param() path: StaffStepPath, @Context() context: RequestContext): Promise<StaffEventView> {
    return this.operations.call(CancelStaffStep, path, context);
  }

  @Get('me/staff')
  @Permission('self:read')
  @ApiOperation({ summary: "One's own entry" })
  @ApiOkResponse({ type: StaffView })
  @ApiProblems(404)
  own(@Context() context: RequestContext): Promise<StaffView> {
    return this.operations.call(GetOwnStaff, {}, context);
  }
}
