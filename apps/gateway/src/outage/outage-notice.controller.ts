import { Body, Controller, Get, HttpCode, Param, Post, Query, type StreamableFile } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  AffectedAccount,
  type AffectedAccountPage,
  ConfirmOutageNotice,
  GetNoticePlans,
  ListAffectedAccounts,
  ListOutageNotices,
  ListOutageNoticesRequest,
  NoticePlans,
  NoticePlanView,
  type OutageNoticePage,
  OutageNoticeView,
  PlanChangeNotices,
  type RequestContext,
  StartOutageNotices,
} from '@switchyard/contracts';
import { OperationClient } from '@switchyard/platform';
import { Permission } from '../access/permission.decorator';
import { ListFiles } from '../http/list-files';
import { ApiListFile } from '../openapi/api-list-file.decorator';
import { ApiPage } from '../openapi/api-page.decorator';
import { ApiProblems } from '../openapi/api-problems.decorator';
import { Context } from '../request-context/context.decorator';
import { AFFECTED_COLUMNS, NOTICE_COLUMNS } from './outage-columns';
import {
  AffectedAccountsExportQuery,
  AffectedAccountsQuery,
  ConfirmOutageNoticeBody,
  NoticePlanPath,
  OutageNoticesExportQuery,
} from './outage-notice.dto';
import { OutagePath } from './outage.controller';

/** Whom an outage concerns, and who was told of it with what proof (art. 19, L29). */
@ApiTags('outages')
@ApiBearerAuth()
@Controller()
export class OutageNoticeController {
  constructor(
    private readonly operations: OperationClient,
    private readonly files: ListFiles,
  ) {}

  @Get('outages/:outageId/affected-accounts')
  @Permission('outage:notify')
  @ApiOperation({ summary: 'Accounts of the areas of an outage, important customers first' })
  @ApiPage(AffectedAccount)
  @ApiProblems(404)
  affected(
    @Param() { outageId }: OutagePath,
    @Query() query: AffectedAccountsQuery,
    @Context() context: RequestContext,
  ): Promise<AffectedAccountPage> {
    return this.operations.call(ListAffectedAccounts, { ...query, outageId }, context);
  }

  @Get('outages/:outageId/affected-accounts/export')
  @Permission('outage:notify')
  @ApiOperation({ summary: 'The same as a file' })
  @ApiListFile()
  @ApiProblems(404)
  exportAffected(
    @Param() { outageId }: OutagePath,
    @Query() query: AffectedAccountsExportQuery,
    @Context() context: RequestContext,
  ): Promise<StreamableFile> {
    const list = { operation: ListAffectedAccounts, columns: AFFECTED_COLUMNS };
    const names = {
      fileName: 'affected-accounts',
      sheetName: { 'zh-CN': '停电影响客户', en: 'Affected accounts' },
    };
    return this.files.of({ ...list, ...names }, { ...query, outageId }, context);
  }

  @Get('outages/:outageId/notice-plans')
  @Permission('outage:read')
  @ApiOperation({ summary: 'Who is told of an outage, and how far that is' })
  @ApiOkResponse({ type: NoticePlans })
  @ApiProblems(404)
  plans(@Param() path: OutagePath, @Context() context: RequestContext): Promise<NoticePlans> {
    return this.operations.call(GetNoticePlans, path, context);
  }

  @Post('outages/:outageId/change-notices')
  @Permission('outage:write')
  @ApiOperation({ summary: 'Tell customers what of the outage has changed, as it stands now' })
  @ApiCreatedResponse({ type: NoticePlanView })
  @ApiProblems(404, 409)
  tellChange(@Param() path: OutagePath, @Context() context: RequestContext): Promise<NoticePlanView> {
    return this.operations.call(PlanChangeNotices, path, context);
  }

  @Get('outage-notices')
  @Permission('outage:notify')
  @ApiOperation({
    summary: 'Customers who are told of outages, important ones first; `open=true`: not yet proven',
  })
  @ApiPage(OutageNoticeView)
  list(
    @Query() query: ListOutageNoticesRequest,
    @Context() context: RequestContext,
  ): Promise<OutageNoticePage> {
    return this.operations.call(ListOutageNotices, query, context);
  }

  @Get('outage-notices/export')
  @Permission('outage:notify')
  @ApiOperation({ summary: 'The same as a file' })
  @ApiListFile()
  exportNotices(
    @Query() query: OutageNoticesExportQuery,
    @Context() context: RequestContext,
  ): Promise<StreamableFile> {
    const list = { operation: ListOutageNotices, columns: NOTICE_COLUMNS };
    const names = { fileName: 'outage-notices', sheetName: { 'zh-CN': '停电通知', en: 'Outage notices' } };
    return this.files.of({ ...list, ...names }, query, context);
  }

  @Post('outage-notice-plans/:planId/confirmations')
  @Permission('outage:notify')
  @HttpCode(200)
  @ApiOperation({ summary: 'Vouch that a customer was told: how, and who took note' })
  @ApiOkResponse({ type: OutageNoticeView })
  @ApiProblems(404, 409)
  confirm(
    @Param() { planId }: NoticePlanPath,
    @Body() body: ConfirmOutageNoticeBody,
    @Context() context: RequestContext,
  ): Promise<OutageNoticeView> {
    return this.operations.call(ConfirmOutageNotice, { ...body, planId }, context);
  }

  @Post('outage-notice-plans/:planId/start')
  @Permission('outage:write')
  @HttpCode(200)
  @ApiOperation({ summary: 'Call the customers who are not important ones too' })
  @ApiOkResponse({ type: NoticePlanView })
  @ApiProblems(404, 409)
  start(@Param() path: NoticePlanPath, @Context() context: RequestContext): Promise<NoticePlanView> {
    return this.operations.call(StartOutageNotices, path, context);
  }
}
