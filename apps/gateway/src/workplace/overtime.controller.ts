import { Body, Controller, Get, HttpCode, Param, Post, Query, type StreamableFile } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  DecideOvertime,
  ListOvertime,
  ListOvertimeRequest,
  OvertimeDecision,
  type OvertimePage,
  OvertimeReference,
  OvertimeView,
  ProposeOvertime,
  ProposeOvertimeRequest,
  RecordOvertime,
  type RequestContext,
  WithdrawOvertime,
  WorkedOvertime,
} from '@switchyard/contracts';
import { OperationClient } from '@switchyard/platform';
import { Permission } from '../access/permission.decorator';
import { ExportOf } from '../http/export-of';
import { ListFiles } from '../http/list-files';
import { ApiListFile } from '../openapi/api-list-file.decorator';
import { ApiPage } from '../openapi/api-page.decorator';
import { ApiProblems } from '../openapi/api-problems.decorator';
import { Context } from '../request-context/context.decorator';
import { OVERTIME_COLUMNS } from './overtime-columns';

export class OvertimeExportQuery extends ExportOf(ListOvertimeRequest) {}

@ApiTags('overtime')
@ApiBearerAuth()
@Controller('overtime')
export class OvertimeController {
  constructor(
    private readonly operations: OperationClient,
    private readonly files: ListFiles,
  ) {}

  @Get()
  @Permission('workplace:read')
  @ApiOperation({ summary: 'Overtime (§18a), the latest proposal first' })
  @ApiPage(OvertimeView)
  list(@Query() query: ListOvertimeRequest, @Context() context: RequestContext): Promise<OvertimePage> {
    return this.operations.call(ListOvertime, query, context);
  }

  @Get('export')
  @Permission('workplace:read')
  @ApiOperation({ summary: 'The list as a file' })
  @ApiListFile()
  export(@Query() query: OvertimeExportQuery, @Context() context: RequestContext): Promise<StreamableFile> {
    const list = { operation: ListOvertime, columns: OVERTIME_COLUMNS };
    const names = { fileName: 'overtime', sheetName: { 'zh-CN': '加班', en: 'Overtime' } };
    return this.files.of({ ...list, ...names }, query, context);
  }

  @Post()
  @Permission('workplace:write')
  @ApiOperation({ summary: 'Propose overtime to a member of staff, e.g. to clear call-backs' })
  @ApiCreatedResponse({ type: OvertimeView })
  @ApiProblems(422)
  propose(@Body() body: ProposeOvertimeRequest, @Context() context: RequestContext): Promise<OvertimeView> {
    return this.operations.call(ProposeOvertime, body, context);
  }

  @Post(':overtimeId/decision')
  @Permission('workplace:approve')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Approve or decline what was consented to; neither by who proposed it nor by who works it',
  })
  @ApiOkResponse({ type: OvertimeView })
  @ApiProblems(404, 409, 422)
  decide(
    @Param() path: OvertimeReference,
    @Body() body: OvertimeDecision,
    @Context() context: RequestContext,
  ): Promise<OvertimeView> {
    return this.operations.call(DecideOvertime, { ...body, ...path }, context);
  }

  @Post(':overtimeId/worked')
  @Permission('workplace:write')
  @HttpCode(200)
  @ApiOperation({ summary: 'Write down the minutes that were worked; written again, the later count' })
  @ApiOkResponse({ type: OvertimeView })
  @ApiProblems(404, 409, 422)
  record(
    @Param() path: OvertimeReference,
    @Body() body: WorkedOvertime,
    @Context() context: RequestContext,
  ): Promise<OvertimeView> {
    return this.operations.call(RecordOvertime, { ...body, ...path }, context);
  }

  @Post(':overtimeId/withdrawal')
  @Permission('workplace:write')
  @HttpCode(200)
  @ApiOperation({ summary: 'Withdraw a request that was not worked yet' })
  @ApiOkResponse({ type: OvertimeView })
  @ApiProblems(404, 409)
  withdraw(@Param() path: OvertimeReference, @Context() context: RequestContext): Promise<OvertimeView> {
    return this.operations.call(WithdrawOvertime, path, context);
  }
}
