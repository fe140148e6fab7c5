import { Controller, Get, HttpCode, Param, Post, Query, type StreamableFile } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  ListWebhookDeliveries,
  ListWebhookDeliveriesRequest,
  RedeliverWebhookDelivery,
  type RequestContext,
  type WebhookDeliveryPage,
  WebhookDeliveryReference,
  WebhookDeliveryView,
} from '@switchyard/contracts';
import { OperationClient } from '@switchyard/platform';
import { Permission } from '../access/permission.decorator';
import { ExportOf } from '../http/export-of';
import { ListFiles } from '../http/list-files';
import { ApiListFile } from '../openapi/api-list-file.decorator';
import { ApiPage } from '../openapi/api-page.decorator';
import { ApiProblems } from '../openapi/api-problems.decorator';
import { Context } from '../request-context/context.decorator';
import { WEBHOOK_DELIVERY_COLUMNS } from './webhook-delivery-columns';

export class WebhookDeliveriesExportQuery extends ExportOf(ListWebhookDeliveriesRequest) {}

export class WebhookDeliveryPath extends WebhookDeliveryReference {}

@ApiTags('webhooks')
@ApiBearerAuth()
@Controller('webhook-deliveries')
export class WebhookDeliveryController {
  constructor(
    private readonly operations: OperationClient,
    private readonly files: ListFiles,
  ) {}

  @Get()
  @Permission('webhook:read')
  @ApiOperation({ summary: 'Deliveries, the newest first; `state=dead` is the dead-letter list' })
  @ApiPage(WebhookDeliveryView)
  list(
    @Query() query: ListWebhookDeliveriesRequest,
    @Context() context: RequestContext,
  ): Promise<WebhookDeliveryPage> {
    return this.operations.call(ListWebhookDeliveries, query, context);
  }

  @Get('export')
  @Permission('webhook:read')
  @ApiOperation({ summary: 'The same list as a file' })
  @ApiListFile()
  export(
    @Query() query: WebhookDeliveriesExportQuery,
    @Context() context: RequestContext,
  ): Promise<StreamableFile> {
    const list = {
      operation: ListWebhookDeliveries,
      columns: WEBHOOK_DELIVERY_COLUMNS,
      fileName: 'webhook-deliveries',
      sheetName: { 'zh-CN': '投递记录', en: 'Deliveries' },
    };
    return this.files.of(list, query, context);
  }

  @Post(':deliveryId/redeliver')
  @Permission('webhook:write')
  @HttpCode(202)
  @ApiOperation({ summary: 'Send again what was given up' })
  @ApiOkResponse({ type: WebhookDeliveryView })
  @ApiProblems(404, 409)
  redeliver(
    @Param() path: WebhookDeliveryPath,
    @Context() context: RequestContext,
  ): Promise<WebhookDeliveryView> {
    return this.operations.call(RedeliverWebhookDelivery, path, context);
  }
}
