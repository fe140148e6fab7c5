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
  ListNoticeReaders,
  ListNoticeReadersRequest,
  ListNotices,
  ListNoticesRequest,
  NoticeFields,
  type NoticePage,
  NoticeReader,
  type NoticeReaderPage,
  NoticeReference,
  NoticeView,
  PostNotice,
  type RequestContext,
  WithdrawNotice,
} from '@switchyard/contracts';
import { OperationClient } from '@switchyard/platform';
import { Permission } from '../access/permission.decorator';
import { ExportOf } from '../http/export-of';
import { ListFiles } from '../http/list-files';
import { ApiListFile } from '../openapi/api-list-file.decorator';
import { ApiPage } from '../openapi/api-page.decorator';
import { ApiProblems } from '../openapi/api-problems.decorator';
import { Context } from '../request-context/context.decorator';
import { NOTICE_COLUMNS, NOTICE_READER_COLUMNS } from './notice-columns';

export class NoticesExportQuery extends ExportOf(ListNoticesRequest) {}

export class NoticeReadersQuery extends OmitType(ListNoticeReadersRequest, ['noticeId'] as const) {}

export class NoticeReadersExportQuery extends ExportOf(NoticeReadersQuery) {}

@ApiTags('notice board')
@ApiBearerAuth()
@Controller('notices')
export class NoticesController {
  constructor(
    private readonly operations: OperationClient,
    private readonly files: ListFiles,
  ) {}

  @Get()
  @Permission('workplace:read')
  @ApiOperation({ summary: 'Notices (公告栏), the latest first' })
  @ApiPage(NoticeView)
  list(@Query() query: ListNoticesRequest, @Context() context: RequestContext): Promise<NoticePage> {
    return this.operations.call(ListNotices, query, context);
  }

  @Get('export')
  @Permission('workplace:read')
  @ApiOperation({ summary: 'The list as a file' })
  @ApiListFile()
  export(@Query() query: NoticesExportQuery, @Context() context: RequestContext): Promise<StreamableFile> {
    const list = { operation: ListNotices, columns: NOTICE_COLUMNS };
    const names = { fileName: 'notices', sheetName: { 'zh-CN': '公告', en: 'Notices' } };
    return this.files.of({ ...list, ...names }, query, context);
  }

  @Post()
  @Permission('workplace:write')
  @ApiOperation({ summary: 'Post a notice to departments, posts and groups, or to everybody' })
  @ApiCreatedResponse({ type: NoticeView })
  @ApiProblems(422)
  post(@Body() body: NoticeFields, @Context() context: RequestContext): Promise<NoticeView> {
    return this.operations.call(PostNotice, body, context);
  }

  @Post(':noticeId/withdrawal')
  @Permission('workplace:write')
  @HttpCode(200)
  @ApiOperation({ summary: 'Take a notice down' })
  @ApiOkResponse({ type: NoticeView })
  @ApiProblems(404, 409)
  withdraw(@Param() path: NoticeReference, @Context() context: RequestContext): Promise<NoticeView> {
    return this.operations.call(WithdrawNotice, path, context);
  }

  @Get(':noticeId/readers')
  @Permission('workplace:read')
  @ApiOperation({ summary: 'Whom a notice is for: who has acknowledged it and who has not' })
  @ApiPage(NoticeReader)
  @ApiProblems(404)
  readers(
    @Param() path: NoticeReference,
    @Query() query: NoticeReadersQuery,
    @Context() context: RequestContext,
  ): Promise<NoticeReaderPage> {
    return this.operations.call(ListNoticeReaders, { ...query, ...path }, context);
  }

  @Get(':noticeId/readers/export')
  @Permission('workplace:read')
  @ApiOperation({ summary: 'The list as a file' })
  @ApiListFile()
  exportReaders(
    @Param() path: NoticeReference,
    @Query() query: NoticeReadersExportQuery,
    @Context() context: RequestContext,
  ): Promise<StreamableFile> {
    const list = { operation: ListNoticeReaders, columns: NOTICE_READER_COLUMNS };
    const names = { fileName: 'notice-readers', sheetName: { 'zh-CN': '公告签收', en: 'Readers' } };
    return this.files.of({ ...list, ...names }, { ...query, ...path }, context);
  }
}
