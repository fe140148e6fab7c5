import { Body, Controller, Get, HttpCode, Param, Post, Query, StreamableFile } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import {
  type DailyReportMailPage,
  DailyReportMails,
  DailyReportMailView,
  type DailyReportPage,
  DailyReportReference,
  DailyReportSummary,
  DailyReportView,
  GetDailyReport,
  GetDailyReportSheet,
  ListDailyReportMails,
  ListDailyReportMailsRequest,
  ListDailyReports,
  ListDailyReportsRequest,
  MailAgain,
  MailDailyReportAgain,
  MakeDailyReport,
  type RequestContext,
} from '@switchyard/contracts';
import { OperationClient } from '@switchyard/platform';
import { Permission } from '../access/permission.decorator';
import { ListFiles } from '../http/list-files';
import { XLSX } from '../http/media-types';
import { ApiListFile } from '../openapi/api-list-file.decorator';
import { ApiPage } from '../openapi/api-page.decorator';
import { ApiProblems } from '../openapi/api-problems.decorator';
import { Context } from '../request-context/context.decorator';
import { DAILY_REPORT_COLUMNS } from './checklist-columns';
import { DailyReportFileQuery, DailyReportsExportQuery, DailyReportVersionQuery } from './daily-report.dto';
import { dailyReportFile } from './daily-report-file';

/** Three services are asked. */
const MAKING = { timeoutMs: 60_000 };

@ApiTags('daily reports')
@ApiBearerAuth()
@Controller()
export class DailyReportController {
  constructor(
    private readonly operations: OperationClient,
    private readonly files: ListFiles,
  ) {}

  @Get('daily-reports')
  @Permission('report:read')
  @ApiOperation({ summary: 'Daily reports, every version, by when they were made' })
  @ApiPage(DailyReportSummary)
  list(
    @Query() query: ListDailyReportsRequest,
    @Context() context: RequestContext,
  ): Promise<DailyReportPage> {
    return this.operations.call(ListDailyReports, query, context);
  }

  @Get('daily-reports/export')
  @Permission('report:read')
  @ApiOperation({ summary: 'The list as a file' })
  @ApiListFile()
  export(
    @Query() query: DailyReportsExportQuery,
    @Context() context: RequestContext,
  ): Promise<StreamableFile> {
    const list = { operation: ListDailyReports, columns: DAILY_REPORT_COLUMNS };
    const names = { fileName: 'daily-reports', sheetName: { 'zh-CN': '日报', en: 'Daily reports' } };
    return this.files.of({ ...list, ...names }, query, context);
  }

  @Get('daily-reports/:day')
  @Permission('report:read')
  @ApiOperation({ summary: 'The report of a day; a part whose figures are away says so' })
  @ApiOkResponse({ type: DailyReportView })
  @ApiProblems(404)
  get(
    @Param() path: DailyReportReference,
    @Query() query: DailyReportVersionQuery,
    @Context() context: RequestContext,
  ): Promise<DailyReportView> {
    return this.operations.call(GetDailyReport, { ...path, ...query }, context);
  }

  @Get('daily-reports/:day/document')
  @Permission('report:read')
  @ApiOperation({ summary: 'The same as PDF, XLSX or HTML, in Chinese or English' })
  @ApiProduces('application/pdf', XLSX, 'text/html')
  @ApiOkResponse({ description: 'The file', schema: { type: 'string', format: 'binary' } })
  @ApiProblems(404)
  async document(
    @Param() path: DailyReportReference,
    @Query() { format, language = 'zh-CN', ...version }: DailyReportFileQuery,
    @Context() context: RequestContext,
  ): Promise<StreamableFile> {
    const sheet = await this.operations.call(GetDailyReportSheet, { ...path, ...version, language }, context);
    return dailyReportFile(sheet, format, language, path.day);
  }

  @Post('daily-reports/:day/versions')
  @Permission('workplace:write')
  @ApiOperation({ summary: 'Make another version of a past day out of the figures as they are now' })
  @ApiCreatedResponse({ type: DailyReportView })
  @ApiProblems(422)
  make(@Param() path: DailyReportReference, @Context() context: RequestContext): Promise<DailyReportView> {
    return this.operations.call(MakeDailyReport, path, context, MAKING);
  }

  @Post('daily-reports/:day/mails')
  @Permission('workplace:write')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Mail the latest version to whom it did not reach, or once more to those named',
    description: 'By itself nobody is mailed the report of a day twice; here somebody says so.',
  })
  @ApiOkResponse({ type: DailyReportMails })
  @ApiProblems(404, 422)
  again(
    @Param() path: DailyReportReference,
    @Body() body: MailAgain,
    @Context() context: RequestContext,
  ): Promise<DailyReportMails> {
    return this.operations.call(MailDailyReportAgain, { ...body, ...path }, context);
  }

  @Get('daily-report-mails')
  @Permission('workplace:read')
  @ApiOperation({ summary: 'Whom the reports were mailed to and what became of it, the latest day first' })
  @ApiPage(DailyReportMailView)
  mails(
    @Query() query: ListDailyReportMailsRequest,
    @Context() context: RequestContext,
  ): Promise<DailyReportMailPage> {
    return this.operations.call(ListDailyReportMails, query, context);
  }
}
