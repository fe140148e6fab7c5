import { Controller, Get, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  ListRetentionRemovals,
  ListRetentionRemovalsRequest,
  type RequestContext,
  RetentionRemovalPage,
} from '@switchyard/contracts';
import { OperationClient } from '@switchyard/platform';
import { Permission } from '../access/permission.decorator';
import { Context } from '../request-context/context.decorator';

@ApiTags('recordings')
@ApiBearerAuth()
@Controller('retention-removals')
export class RetentionRemovalController {
  constructor(private readonly operations: OperationClient) {}

  @Get()
  @Permission('audit:read')
  @ApiOperation({
    summary: 'Messages of callers and files of no call that were deleted when their time was over',
  })
  @ApiOkResponse({ type: RetentionRemovalPage })
  list(
    @Query() query: ListRetentionRemovalsRequest,
    @Context() context: RequestContext,
  ): Promise<RetentionRemovalPage> {
    return this.operations.call(ListRetentionRemovals, query, context);
  }
}
