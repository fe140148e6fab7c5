import { Body, Controller, Delete, Get, Param, Post, Query, type StreamableFile } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  type ExemptionPage,
  ExemptFromAttendance,
  ExemptFromAttendanceRequest,
  ExemptionView,
  ListExemptions,
  ListSickCalls,
  RecordSickCall,
  RecordSickCallRequest,
  type RequestContext,
  type SickCallPage,
  SickCallView,
  WithdrawExemption,
} from '@switchyard/contracts';
import { OperationClient } from '@switchyard/platform';
import { Permission } from '../access/permission.decorator';
import { ListFiles } from '../http/list-files';
import { ApiListFile } from '../openapi/api-list-file.decorator';
import { ApiPage } from '../openapi/api-page.decorator';
import { ApiProblems } from '../openapi/api-problems.decorator';
import { Context } from '../request-context/context.decorator';
import { SICK_CALL_COLUMNS } from './attendance-columns';
import { ExemptionPath, ExemptionsQuery, SickCallsExportQuery, SickCallsQuery } from './attendance.dto';

@ApiTags('attendance')
@ApiBearerAuth()
@Controller('attendance')
export class SickCallController {
  constructor(
    private readonly operations: OperationClient,
    private readonly files: ListFiles,
  ) {}

  @Post('sick-calls')
  @Permission('attendance:write')
  @ApiOperation({ summary: 'Somebody called in sick (L244); leave is asked for besides' })
  @ApiCreatedResponse({ type: SickCallView })
  @ApiProblems(404, 409, 422)
  record(@Body() body: RecordSickCallRequest, @Context() context: RequestContext): Promise<SickCallView> {
    return this.operations.call(RecordSickCall, body, context);
  }

  @Get('sick-calls')
  @Permission('attendance:read')
  @ApiOperation({ summary: 'Sick calls, the newest day first' })
  @ApiPage(SickCallView)
  list(@Query() query: SickCallsQuery, @Context() context: RequestContext): Promise<SickCallPage> {
    return this.operations.call(ListSickCalls, query, context);
  }

  @Get('sick-calls/export')
  @Permission('attendance:read')
  @ApiOperation({ summary: 'The same as a file' })
  @ApiListFile()
  export(@Query() query: SickCallsExportQuery, @Context() context: RequestContext): Promise<StreamableFile> {
    const list = { operation: ListSickCalls, columns: SICK_CALL_COLUMNS };
    const names = { fileName: 'sick-calls', sheetName: { 'zh-CN': '病假来电', en: 'Sick calls' } };
    return this.files.of({ ...list, ...names }, query, context);
  }

  @Post('exemptions')
  @Permission('attendance:write')
  @ApiOperation({ summary: 'Field work or training: nobody is expected at the desk, and nobody is absent' })
  @ApiCreatedResponse({ type: ExemptionView })
  @ApiProblems(404, 409, 422)
  exempt(
    @Body() body: ExemptFromAttendanceRequest,
    @Context() context: RequestContext,
  ): Promise<ExemptionView> {
    return this.operations.call(ExemptFromAttendance, body, context);
  }

  @Get('exemptions')
  @Permission('attendance:read')
  @ApiOperation({ summary: 'Field work and training, the newest first' })
  @ApiPage(ExemptionView)
  exemptions(@Query() query: ExemptionsQuery, @Context() context: RequestContext): Promise<ExemptionPage> {
    return this.operations.call(ListExemptions, query, context);
  }

  @Delete('exemptions/:exemptionId')
  @Permission('attendance:write')
  @ApiOperation({ summary: 'It does not hold any more' })
  @ApiOkResponse({ type: ExemptionView })
  @ApiProblems(404, 409, 422)
  withdraw(@Param() path: ExemptionPath, @Context() context: RequestContext): Promise<ExemptionView> {
    return this.operations.call(WithdrawExemption, path, context);
  }
}
