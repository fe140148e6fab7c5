import { Controller, Get, Query, type StreamableFile } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  GetInspectorWorkload,
  GetInspectorWorkloadRequest,
  GetQualityReport,
  GetQualityReportRequest,
  InspectorWorkload,
  type InspectorWorkloadPage,
  QualityReportPage,
  type RequestContext,
} from '@switchyard/contracts';
import { OperationClient } from '@switchyard/platform';
import { Permission } from '../access/permission.decorator';
import { ListFiles } from '../http/list-files';
import { ApiListFile } from '../openapi/api-list-file.decorator';
import { ApiPage } from '../openapi/api-page.decorator';
import { Context } from '../request-context/context.decorator';
import { REPORT_COLUMNS, WORKLOAD_COLUMNS } from './quality-columns';
import { QualityReportExportQuery, WorkloadExportQuery } from './quality-queries';

@ApiTags('quality')
@ApiBearerAuth()
@Controller('quality')
export class QualityReportController {
  constructor(
    private readonly operations: OperationClient,
    private readonly files: ListFiles,
  ) {}

  @Get('report')
  @Permission('quality:read')
  @ApiOperation({ summary: 'What quality control found, by agent, group, item or week, with definitions' })
  @ApiOkResponse({ type: QualityReportPage })
  report(
    @Query() query: GetQualityReportRequest,
    @Context() context: RequestContext,
  ): Promise<QualityReportPage> {
    return this.operations.call(GetQualityReport, query, context, { timeoutMs: 20_000 });
  }

  @Get('report/export')
  @Permission('quality:read')
  @ApiOperation({ summary: 'The report as a file' })
  @ApiListFile()
  export(
    @Query() query: QualityReportExportQuery,
    @Context() context: RequestContext,
  ): Promise<StreamableFile> {
    const list = { operation: GetQualityReport, columns: REPORT_COLUMNS, fileName: 'quality-report' };
    return this.files.of({ ...list, sheetName: { 'zh-CN': '质检报表', en: 'Quality' } }, query, context);
  }

  @Get('workload')
  @Permission('quality:write')
  @ApiOperation({ summary: 'What inspectors have in hand and did' })
  @ApiPage(InspectorWorkload)
  workload(
    @Query() query: GetInspectorWorkloadRequest,
    @Context() context: RequestContext,
  ): Promise<InspectorWorkloadPage> {
    return this.operations.call(GetInspectorWorkload, query, context);
  }

  @Get('workload/export')
  @Permission('quality:write')
  @ApiOperation({ summary: 'The same as a file' })
  @ApiListFile()
  exportWorkload(
    @Query() query: WorkloadExportQuery,
    @Context() context: RequestContext,
  ): Promise<StreamableFile> {
    const list = {
      operation: GetInspectorWorkload,
      columns: WORKLOAD_COLUMNS,
      fileName: 'inspector-workload',
    };
    return this.files.of({ ...list, sheetName: { 'zh-CN': '质检工作量', en: 'Workload' } }, query, context);
  }
}
