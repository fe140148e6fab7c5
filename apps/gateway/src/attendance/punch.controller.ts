import { Body, Controller, Get, HttpCode, Param, Post, Query, type StreamableFile } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  DecidePunch,
  GetPunchHistory,
  ListPunches,
  PunchHistory,
  type PunchPage,
  PunchView,
  RecordPunch,
  RecordPunchRequest,
  type RequestContext,
  VoidPunch,
} from '@switchyard/contracts';
import { OperationClient } from '@switchyard/platform';
import { Permission } from '../access/permission.decorator';
import { ListFiles } from '../http/list-files';
import { ApiListFile } from '../openapi/api-list-file.decorator';
import { ApiPage } from '../openapi/api-page.decorator';
import { ApiProblems } from '../openapi/api-problems.decorator';
import { Context } from '../request-context/context.decorator';
import { PUNCH_COLUMNS } from './attendance-columns';
import {
  PunchDecisionBody,
  PunchesExportQuery,
  PunchesQuery,
  PunchPath,
  PunchVoidBody,
} from './attendance.dto';

@ApiTags('attendance')
@ApiBearerAuth()
@Controller('attendance/punches')
export class PunchController {
  constructor(
    private readonly operations: OperationClient,
    private readonly files: ListFiles,
  ) {}

  @Get()
  @Permission('attendance:read')
  @ApiOperation({ summary: 'Punches, the newest first; those that wait for a decision by `state=requested`' })
  @ApiPage(PunchView)
  list(@Query() query: PunchesQuery, @Context() context: RequestContext): Promise<PunchPage> {
    return this.operations.call(ListPunches, query, context);
  }

  @Get('export')
  @Permission('attendance:read')
  @ApiOperation({ summary: 'The same as a file' })
  @ApiListFile()
  export(@Query() query: PunchesExportQuery, @Context() context: RequestContext): Promise<StreamableFile> {
    const list = { operation: ListPunches, columns: PUNCH_COLUMNS };
    const names = { fileName: 'punches', sheetName: { 'zh-CN': '打卡记录', en: 'Punches' } };
    return this.files.of({ ...list, ...names }, query, context);
  }

  @Post()
  @Permission('attendance:write')
  @ApiOperation({ summary: "Record somebody else's punch by hand, with a reason; it counts at once" })
  @ApiCreatedResponse({ type: PunchView })
  @ApiProblems(404, 409, 422)
  record(@Body() body: RecordPunchRequest, @Context() context: RequestContext): Promise<PunchView> {
    return this.operations.call(RecordPunch, body, context);
  }

  @Post(':punchId/decision')
  @Permission('attendance:write')
  @HttpCode(200)
  @ApiOperation({ summary: 'Approve or refuse a field punch or a correction of somebody else' })
  @ApiOkResponse({ type: PunchView })
  @ApiProblems(404, 409, 422)
  decide(
    @Param() path: PunchPath,
    @Body() body: PunchDecisionBody,
    @Context() context: RequestContext,
  ): Promise<PunchView> {
    return this.operations.call(DecidePunch, { ...body, ...path }, context);
  }

  @Post(':punchId/voiding')
  @Permission('attendance:write')
  @HttpCode(200)
  @ApiOperation({ summary: 'A wrong punch no longer counts; it stays to be seen' })
  @ApiOkResponse({ type: PunchView })
  @ApiProblems(404, 409, 422)
  void(
    @Param() path: PunchPath,
    @Body() body: PunchVoidBody,
    @Context() context: RequestContext,
  ): Promise<PunchView> {
    return this.operations.call(VoidPunch, { ...body, ...path }, context);
  }

  @Get(':punchId/history')
  @Permission('attendance:read')
  @ApiOperation({ summary: 'Who did what with a punch, and why' })
  @ApiOkResponse({ type: PunchHistory })
  @ApiProblems(404)
  history(@Param() path: PunchPath, @Context() context: RequestContext): Promise<PunchHistory> {
    return this.operations.call(GetPunchHistory, path, context);
  }
}
