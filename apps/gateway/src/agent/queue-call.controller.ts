import { Controller, Get, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  ListQueueCalls,
  ListQueueCallsRequest,
  QueueCallPage,
  type RequestContext,
} from '@switchyard/contracts';
import { OperationClient } from '@switchyard/platform';
import { Permission } from '../access/permission.decorator';
import { Context } from '../request-context/context.decorator';

@ApiTags('queue-calls')
@ApiBearerAuth()
@Controller('queue-calls')
export class QueueCallController {
  constructor(private readonly operations: OperationClient) {}

  @Get()
  @Permission('agent:read')
  @ApiOperation({ summary: 'Callers who waited for an agent, the latest first' })
  @ApiOkResponse({ type: QueueCallPage })
  list(@Query() query: ListQueueCallsRequest, @Context() context: RequestContext): Promise<QueueCallPage> {
    return this.operations.call(ListQueueCalls, query, context);
  }
}
