import { Controller, Get, HttpCode, Param, Post, Query, type StreamableFile } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  ListNotifications,
  ListNotificationsRequest,
  type NotificationPage,
  NotificationView,
  ReadNotification,
  type RequestContext,
} from '@switchyard/contracts';
import { OperationClient } from '@switchyard/platform';
import { Permission } from '../access/permission.decorator';
import { ListFiles } from '../http/list-files';
import { ApiListFile } from '../openapi/api-list-file.decorator';
import { ApiPage } from '../openapi/api-page.decorator';
import { ApiProblems } from '../openapi/api-problems.decorator';
import { Context } from '../request-context/context.decorator';
import { NOTIFICATION_COLUMNS } from './service-clock-columns';
import { NotificationPath, NotificationsExportQuery } from './service-clock.dto';

@ApiTags('notifications')
@ApiBearerAuth()
@Controller('notifications')
export class NotificationController {
  constructor(
    private readonly operations: OperationClient,
    private readonly files: ListFiles,
  ) {}

  @Get()
  @Permission('work-order:read')
  @ApiOperation({ summary: 'What departments, leaders and the operator are to know, the latest first' })
  @ApiPage(NotificationView)
  list(
    @Query() query: ListNotificationsRequest,
    @Context() context: RequestContext,
  ): Promise<NotificationPage> {
    return this.operations.call(ListNotifications, query, context);
  }

  @Get('export')
  @Permission('work-order:read')
  @ApiOperation({ summary: 'The notifications as a file' })
  @ApiListFile()
  export(
    @Query() query: NotificationsExportQuery,
    @Context() context: RequestContext,
  ): Promise<StreamableFile> {
    const list = { operation: ListNotifications, columns: NOTIFICATION_COLUMNS };
    const names = { fileName: 'notifications', sheetName: { 'zh-CN': '通知', en: 'Notifications' } };
    return this.files.of({ ...list, ...names }, query, context);
  }

  @Post(':notificationId/read')
  @Permission('work-order:write')
  @HttpCode(200)
  @ApiOperation({ summary: 'Mark a notification as read; whoever comes second changes nothing' })
  @ApiOkResponse({ type: NotificationView })
  @ApiProblems(404)
  read(@Param() path: NotificationPath, @Context() context: RequestContext): Promise<NotificationView> {
    return this.operations.call(ReadNotification, path, context);
  }
}
