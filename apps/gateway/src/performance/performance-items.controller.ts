import { Body, Controller, Get, HttpCode, Param, Post, Query, type StreamableFile } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  PickType,
} from '@nestjs/swagger';
import {
  CancelPerformanceItem,
  CancelPerformanceItemRequest,
  ListPerformanceItems,
  ListPerformanceItemsRequest,
  PerformanceItemCancellation,
  type PerformanceItemPage,
  PerformanceItemView,
  RecordPerformanceItem,
  RecordPerformanceItemRequest,
  type RequestContext,
} from '@switchyard/contracts';
import { OperationClient } from '@switchyard/platform';
import { Permission } from '../access/permission.decorator';
import { ExportOf } from '../http/export-of';
import { ListFiles } from '../http/list-files';
import { ApiListFile } from '../openapi/api-list-file.decorator';
import { ApiPage } from '../openapi/api-page.decorator';
import { ApiProblems } from '../openapi/api-problems.decorator';
import { Context } from '../request-context/context.decorator';
import { PERFORMANCE_ITEM_COLUMNS } from './performance-columns';

export class PerformanceItemPath extends PickType(CancelPerformanceItemRequest, ['itemId'] as const) {}

export class PerformanceItemCancellationBody extends PerformanceItemCancellation {}

export class PerformanceItemsExportQuery extends ExportOf(ListPerformanceItemsRequest) {}

@ApiTags('performance')
@ApiBearerAuth()
@Controller('performance/items')
export class PerformanceItemsController {
  constructor(
    private readonly operations: OperationClient,
    private readonly files: ListFiles,
  ) {}

  @Post()
  @Permission('performance:write')
  @ApiOperation({
    summary: 'Record points on top or off, a matter that is fined, or a complaint, with why and evidence',
  })
  @ApiCreatedResponse({ type: PerformanceItemView })
  @ApiProblems(403, 404, 422)
  record(
    @Body() body: RecordPerformanceItemRequest,
    @Context() context: RequestContext,
  ): Promise<PerformanceItemView> {
    return this.operations.call(RecordPerformanceItem, body, context);
  }

  @Get()
  @Permission('performance:read')
  @ApiOperation({ summary: 'What was recorded, the latest first' })
  @ApiPage(PerformanceItemView)
  list(
    @Query() query: ListPerformanceItemsRequest,
    @Context() context: RequestContext,
  ): Promise<PerformanceItemPage> {
    return this.operations.call(ListPerformanceItems, query, context);
  }

  @Get('export')
  @Permission('performance:read')
  @ApiOperation({ summary: 'The same as a file' })
  @ApiListFile()
  export(
    @Query() query: PerformanceItemsExportQuery,
    @Context() context: RequestContext,
  ): Promise<StreamableFile> {
    const list = { operation: ListPerformanceItems, columns: PERFORMANCE_ITEM_COLUMNS };
    const names = {
      fileName: 'performance-items',
      sheetName: { 'zh-CN': '奖惩记录', en: 'Awards and deductions' },
    };
    return this.files.of({ ...list, ...names }, query, context);
  }

  @Post(':itemId/cancellation')
  @Permission('performance:write')
  @HttpCode(200)
  @ApiOperation({ summary: 'Take it back; it stays on the list, and counts no more' })
  @ApiOkResponse({ type: PerformanceItemView })
  @ApiProblems(403, 404, 409, 422)
  cancel(
    @Param() { itemId }: PerformanceItemPath,
    @Body() body: PerformanceItemCancellationBody,
    @Context() context: RequestContext,
  ): Promise<PerformanceItemView> {
    return this.operations.call(CancelPerformanceItem, { ...body, itemId }, context);
  }
}
