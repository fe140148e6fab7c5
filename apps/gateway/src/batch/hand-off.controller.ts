import { Body, Controller, Get, Inject, Param, Post, Query, Res, StreamableFile } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import {
  ExportHandOff,
  HandOffPage,
  HandOffReceiptView,
  ListHandOff,
  RecordHandOffReceipt,
  type RequestContext,
} from '@switchyard/contracts';
import { FILE_STORE, type FileStore, OperationClient } from '@switchyard/platform';
import type { FastifyReply } from 'fastify';
import { Permission } from '../access/permission.decorator';
import { XLSX } from '../http/media-types';
import { ApiProblems } from '../openapi/api-problems.decorator';
import { Context } from '../request-context/context.decorator';
import { BatchPath, ExportQuery, HandOffQuery, ReceiptBody } from './batch.dto';

/** Thousands of letters take their time; a request that gave up is repeated and joins the rendering. */
const RENDERING = { timeoutMs: 120_000 };

@ApiTags('hand-off')
@ApiBearerAuth()
@Controller('batches/:batchId/hand-off')
export class HandOffController {
  constructor(
    private readonly operations: OperationClient,
    @Inject(FILE_STORE) private readonly files: FileStore,
  ) {}

  @Get()
  @Permission('hand-off:read')
  @ApiOperation({
    summary: 'Who could not be told, with the evidence of each attempt; live while the batch runs',
  })
  @ApiOkResponse({ type: HandOffPage })
  @ApiProblems(404)
  list(
    @Param() path: BatchPath,
    @Query() query: HandOffQuery,
    @Context() context: RequestContext,
  ): Promise<HandOffPage> {
    return this.operations.call(ListHandOff, { ...path, ...query }, context);
  }

  @Get('export')
  @Permission('hand-off:read')
  @ApiOperation({
    summary: 'The final list as CSV, XLSX or PDF letters: the same bytes whenever it is asked for',
    description:
      'Refused with `hand-off.not-allowed-in-state` until the batch has ended. `ETag` is the SHA-256.',
  })
  @ApiProduces('text/csv', 'application/pdf', XLSX)
  @ApiOkResponse({ description: 'The file', schema: { type: 'string', format: 'binary' } })
  @ApiProblems(404, 409)
  async export(
    @Param() path: BatchPath,
    @Query() query: ExportQuery,
    @Context() context: RequestContext,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const file = await this.operations.call(ExportHandOff, { ...path, ...query }, context, RENDERING);
    void reply.header('etag', `"${file.sha256}"`);
    return new StreamableFile(await this.files.get(file.fileKey), {
      type: file.contentType,
      disposition: `attachment; filename="${file.fileName}"`,
      length: file.bytes,
    });
  }

  @Post('receipts')
  @Permission('hand-off:write')
  @ApiOperation({ summary: 'Note who received the final list' })
  @ApiCreatedResponse({ type: HandOffReceiptView })
  @ApiProblems(404, 409)
  receive(
    @Param() path: BatchPath,
    @Body() body: ReceiptBody,
    @Context() context: RequestContext,
  ): Promise<HandOffReceiptView> {
    return this.operations.call(RecordHandOffReceipt, { ...body, ...path }, context);
  }
}
