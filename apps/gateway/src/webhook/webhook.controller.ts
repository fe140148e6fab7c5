import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  ChangeWebhook,
  CreateWebhook,
  CreateWebhookRequest,
  GetWebhook,
  ListWebhooks,
  ListWebhooksRequest,
  PingWebhook,
  RedeliverDeadDeliveries,
  RedeliveredCount,
  RenewWebhookSecret,
  type RequestContext,
  WebhookChange,
  WebhookDeliveryView,
  type WebhookPage,
  WebhookReference,
  WebhookView,
  WebhookWithSecret,
} from '@switchyard/contracts';
import { OperationClient } from '@switchyard/platform';
import { Permission } from '../access/permission.decorator';
import { ApiPage } from '../openapi/api-page.decorator';
import { ApiProblems } from '../openapi/api-problems.decorator';
import { Context } from '../request-context/context.decorator';

export class WebhookPath extends WebhookReference {}

export class WebhookChangeBody extends WebhookChange {}

@ApiTags('webhooks')
@ApiBearerAuth()
@Controller('webhooks')
export class WebhookController {
  constructor(private readonly operations: OperationClient) {}

  @Get()
  @Permission('webhook:read')
  @ApiOperation({ summary: 'Webhooks, the newest first' })
  @ApiPage(WebhookView)
  list(@Query() query: ListWebhooksRequest, @Context() context: RequestContext): Promise<WebhookPage> {
    return this.operations.call(ListWebhooks, query, context);
  }

  @Post()
  @Permission('webhook:write')
  @ApiOperation({
    summary: "Tell a department's system what happens",
    description:
      'Events are posted as `{ type, timestamp, data }`, signed by the Standard Webhooks scheme (headers webhook-id, ' +
      'webhook-timestamp, webhook-signature), each at least once: the same webhook-id is the same event. Anything but a 2xx ' +
      'answer within 10 seconds is tried again, ten times within three days; then it stands on the dead-letter list. 410 ends ' +
      'the tries at once. The secret is in this answer only.',
  })
  @ApiCreatedResponse({ type: WebhookWithSecret })
  create(@Body() body: CreateWebhookRequest, @Context() context: RequestContext): Promise<WebhookWithSecret> {
    return this.operations.call(CreateWebhook, body, context);
  }

  @Get(':webhookId')
  @Permission('webhook:read')
  @ApiOperation({ summary: 'One webhook' })
  @ApiOkResponse({ type: WebhookView })
  @ApiProblems(404)
  one(@Param() path: WebhookPath, @Context() context: RequestContext): Promise<WebhookView> {
    return this.operations.call(GetWebhook, path, context);
  }

  @Patch(':webhookId')
  @Permission('webhook:write')
  @ApiOperation({ summary: 'Change a webhook, or turn it off; what is left out stays' })
  @ApiOkResponse({ type: WebhookView })
  @ApiProblems(404)
  change(
    @Param() { webhookId }: WebhookPath,
    @Body() body: WebhookChangeBody,
    @Context() context: RequestContext,
  ): Promise<WebhookView> {
    return this.operations.call(ChangeWebhook, { ...body, webhookId }, context);
  }

  @Post(':webhookId/secret')
  @Permission('webhook:write')
  @HttpCode(200)
  @ApiOperation({ summary: 'Draw a new secret; the one before signs as well for 24 hours' })
  @ApiOkResponse({ type: WebhookWithSecret })
  @ApiProblems(404)
  renewSecret(@Param() path: WebhookPath, @Context() context: RequestContext): Promise<WebhookWithSecret> {
    return this.operations.call(RenewWebhookSecret, path, context);
  }

  @Post(':webhookId/ping')
  @Permission('webhook:write')
  @HttpCode(202)
  @ApiOperation({ summary: 'Post a webhook.ping now, also while the webhook is off' })
  @ApiOkResponse({ type: WebhookDeliveryView })
  @ApiProblems(404)
  ping(@Param() path: WebhookPath, @Context() context: RequestContext): Promise<WebhookDeliveryView> {
    return this.operations.call(PingWebhook, path, context);
  }

  @Post(':webhookId/redeliver')
  @Permission('webhook:write')
  @HttpCode(202)
  @ApiOperation({ summary: 'Send again everything that this webhook was given up on' })
  @ApiOkResponse({ type: RedeliveredCount })
  @ApiProblems(404)
  redeliver(@Param() path: WebhookPath, @Context() context: RequestContext): Promise<RedeliveredCount> {
    return this.operations.call(RedeliverDeadDeliveries, path, context);
  }
}
