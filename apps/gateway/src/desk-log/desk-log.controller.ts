import { Body, Controller, Get, HttpCode, Param, Post, Query, type StreamableFile } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  OmitType,
} from '@nestjs/swagger';
import {
  type HarassmentPage,
  HarassmentView,
  ListHarassment,
  ListHarassmentRequest,
  ListSystemFaults,
  ListSystemFaultsRequest,
  RecordHarassment,
  RecordHarassmentRequest,
  RecordSystemFault,
  RecordSystemFaultRequest,
  type RequestContext,
  SolveSystemFault,
  SolveSystemFaultRequest,
  type SystemFaultPage,
  SystemFaultReference,
  SystemFaultView,
} from '@switchyard/contracts';
import { OperationClient } from '@switchyard/platform';
import { Permission } from '../access/permission.decorator';
import { ListFiles } from '../http/list-files';
import { ExportOf } from '../http/export-of';
import { ApiListFile } from '../openapi/api-list-file.decorator';
import { ApiPage } from '../openapi/api-page.decorator';
import { ApiProblems } from '../openapi/api-problems.decorator';
import { Context } from '../request-context/context.decorator';
import { HARASSMENT_COLUMNS, SYSTEM_FAULT_COLUMNS } from './desk-log-columns';

export class HarassmentExportQuery extends ExportOf(ListHarassmentRequest) {}
export class SystemFaultsExportQuery extends ExportOf(ListSystemFaultsRequest) {}
export class SolutionBody extends OmitType(SolveSystemFaultRequest, ['faultId'] as const) {}
export class SystemFaultPath extends SystemFaultReference {}

@ApiTags('desk log')
@ApiBearerAuth()
@Controller()
export class DeskLogController {
  constructor(
    private readonly operations: OperationClient,
    private readonly files: ListFiles,
  ) {}

  @Post('harassment-log')
  @Permission('work-order:write')
  @ApiOperation({ summary: 'Record a harassing call: warned, hung up, reported (§2.8)' })
  @ApiCreatedResponse({ type: HarassmentView })
  record(@Body() body: RecordHarassmentRequest, @Context() context: RequestContext): Promise<HarassmentView> {
    return this.operations.call(RecordHarassment, body, context);
  }

  @Get('harassment-log')
  @Permission('work-order:read')
  @ApiOperation({ summary: 'Harassing calls, the latest first' })
  @ApiPage(HarassmentView)
  harassment(
    @Query() query: ListHarassmentRequest,
    @Context() context: RequestContext,
  ): Promise<HarassmentPage> {
    return this.operations.call(ListHarassment, query, context);
  }

  @Get('harassment-log/export')
  @Permission('work-order:read')
  @ApiOperation({ summary: 'Harassing calls as a file' })
  @ApiListFile()
  exportHarassment(
    @Query() query: HarassmentExportQuery,
    @Context() context: RequestContext,
  ): Promise<StreamableFile> {
    const list = { operation: ListHarassment, columns: HARASSMENT_COLUMNS };
    const names = { fileName: 'harassment-log', sheetName: { 'zh-CN': '骚扰电话', en: 'Harassing calls' } };
    return this.files.of({ ...list, ...names }, query, context);
  }

  @Post('system-faults')
  @Permission('work-order:write')
  @ApiOperation({ summary: "Record a fault of the centre's own systems (§7)" })
  @ApiCreatedResponse({ type: SystemFaultView })
  recordFault(
    @Body() body: RecordSystemFaultRequest,
    @Context() context: RequestContext,
  ): Promise<SystemFaultView> {
    return this.operations.call(RecordSystemFault, body, context);
  }

  @Get('system-faults')
  @Permission('work-order:read')
  @ApiOperation({ summary: "Faults of the centre's own systems, the latest first" })
  @ApiPage(SystemFaultView)
  faults(
    @Query() query: ListSystemFaultsRequest,
    @Context() context: RequestContext,
  ): Promise<SystemFaultPage> {
    return this.operations.call(ListSystemFaults, query, context);
  }

  @Get('system-faults/export')
  @Permission('work-order:read')
  @ApiOperation({ summary: 'Faults as a file' })
  @ApiListFile()
  exportFaults(
    @Query() query: SystemFaultsExportQuery,
    @Context() context: RequestContext,
  ): Promise<StreamableFile> {
    const list = { operation: ListSystemFaults, columns: SYSTEM_FAULT_COLUMNS };
    const names = { fileName: 'system-faults', sheetName: { 'zh-CN': '系统故障', en: 'System faults' } };
    return this.files.of({ ...list, ...names }, query, context);
  }

  @Post('system-faults/:faultId/solution')
  @Permission('work-order:write')
  @HttpCode(200)
  @ApiOperation({ summary: 'What caused a fault and what was done' })
  @ApiOkResponse({ type: SystemFaultView })
  @ApiProblems(404, 409, 422)
  solve(
    @Param() { faultId }: SystemFaultPath,
    @Body() body: SolutionBody,
    @Context() context: RequestContext,
  ): Promise<SystemFaultView> {
    return this.operations.call(SolveSystemFault, { faultId, ...body }, context);
  }
}
