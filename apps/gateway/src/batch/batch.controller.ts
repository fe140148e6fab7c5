import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import {
  BatchDetail,
  type BatchPage,
  BatchPreview,
  BatchView,
  CreateBatch,
  CreateBatchRequest,
  DeleteBatch,
  GetBatch,
  ListBatches,
  ListBatchesRequest,
  PauseBatch,
  PreviewBatch,
  type RequestContext,
  ResumeBatch,
  StartBatch,
  StartedBatch,
  StopBatch,
} from '@switchyard/contracts';
import { OperationClient } from '@switchyard/platform';
import { Permission } from '../access/permission.decorator';
import { ApiPage } from '../openapi/api-page.decorator';
import { ApiProblems } from '../openapi/api-problems.decorator';
import { Context } from '../request-context/context.decorator';
import { BatchChangeBody, BatchChangeQuery, BatchPath, PreviewQuery } from './batch.dto';

/** Counting and forecasting a batch of a million contacts takes longer than a usual request. */
const COUNTING = { timeoutMs: 30_000 };

@ApiTags('batches')
@ApiBearerAuth()
@Controller('batches')
export class BatchController {
  constructor(private readonly operations: OperationClient) {}

  @Post()
  @Permission('batch:write')
  @ApiOperation({ summary: 'Create a draft batch' })
  @ApiCreatedResponse({ type: BatchView })
  @ApiProblems(422)
  create(@Body() body: CreateBatchRequest, @Context() context: RequestContext): Promise<BatchView> {
    return this.operations.call(CreateBatch, body, context);
  }

  @Get()
  @Permission('batch:read')
  @ApiOperation({ summary: 'Batches, the newest first' })
  @ApiPage(BatchView)
  list(@Query() query: ListBatchesRequest, @Context() context: RequestContext): Promise<BatchPage> {
    return this.operations.call(ListBatches, query, context);
  }

  @Get(':batchId')
  @Permission('batch:read')
  @ApiOperation({ summary: 'One batch with its live figures and the reasons for not dialling' })
  @ApiOkResponse({ type: BatchDetail })
  @ApiProblems(404)
  one(@Param() path: BatchPath, @Context() context: RequestContext): Promise<BatchDetail> {
    return this.operations.call(GetBatch, path, context, COUNTING);
  }

  @Delete(':batchId')
  @Permission('batch:write')
  @HttpCode(204)
  @ApiOperation({ summary: 'Delete a batch that was never started' })
  @ApiNoContentResponse({ description: 'Deleted, with its contacts and imports' })
  @ApiProblems(404, 409)
  async remove(
    @Param() path: BatchPath,
    @Query() query: BatchChangeQuery,
    @Context() context: RequestContext,
  ): Promise<void> {
    await this.operations.call(DeleteBatch, { ...path, ...query }, context, COUNTING);
  }

  @Get(':batchId/preview')
  @Permission('batch:read')
  @ApiOperation({ summary: 'First contacts as they will be spoken, counts, calling windows, forecast' })
  @ApiOkResponse({ type: BatchPreview })
  @ApiProblems(404)
  preview(
    @Param() path: BatchPath,
    @Query() query: PreviewQuery,
    @Context() context: RequestContext,
  ): Promise<BatchPreview> {
    return this.operations.call(PreviewBatch, { ...path, ...query }, context, COUNTING);
  }

  @Post(':batchId/start')
  @Permission('batch:run')
  @HttpCode(200)
  @ApiOperation({ summary: 'Start a batch that is ready' })
  @ApiOkResponse({ type: StartedBatch })
  @ApiProblems(404, 409, 422)
  start(
    @Param() path: BatchPath,
    @Body() body: BatchChangeBody,
    @Context() context: RequestContext,
  ): Promise<StartedBatch> {
    return this.operations.call(StartBatch, { ...path, ...body }, context, COUNTING);
  }

  @Post(':batchId/pause')
  @Permission('batch:run')
  @HttpCode(200)
  @ApiOperation({ summary: 'Pause: nobody else is dialled, calls in progress end by themselves' })
  @ApiOkResponse({ type: BatchView })
  @ApiProblems(404, 409)
  pause(
    @Param() path: BatchPath,
    @Body() body: BatchChangeBody,
    @Context() context: RequestContext,
  ): Promise<BatchView> {
    return this.operations.call(PauseBatch, { ...path, ...body }, context);
  }

  @Post(':batchId/resume')
  @Permission('batch:run')
  @HttpCode(200)
  @ApiOperation({ summary: 'Go on after a pause' })
  @ApiOkResponse({ type: BatchView })
  @ApiProblems(404, 409)
  resume(
    @Param() path: BatchPath,
    @Body() body: BatchChangeBody,
    @Context() context: RequestContext,
  ): Promise<BatchView> {
    return this.operations.call(ResumeBatch, { ...path, ...body }, context);
  }

  @Post(':batchId/stop')
  @Permission('batch:run')
  @HttpCode(200)
  @ApiOperation({ summary: 'Stop for good: whoever was not told yet is cancelled' })
  @ApiOkResponse({ type: BatchView })
  @ApiProblems(404, 409)
  stop(
    @Param() path: BatchPath,
    @Body() body: BatchChangeBody,
    @Context() context: RequestContext,
  ): Promise<BatchView> {
    return this.operations.call(StopBatch, { ...path, ...body }, context);
  }
}
