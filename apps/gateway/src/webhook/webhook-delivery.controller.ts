import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
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
import { ApiPage } from '../openapi/api-page.decorator';
import { ApiProblems } from '../openapi/api-problems.decorator';
import { Context } from '../request-context/context.decorator';

export class WebhookDeliveryPath extends WebhookDeliveryReference {}

@ApiTags('webhooks')
@ApiBearerAuth()
@Controller('webhook-deliveries')
export class WebhookDeliveryController {
  constructor(private readonly operations: OperationClient) {}

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
