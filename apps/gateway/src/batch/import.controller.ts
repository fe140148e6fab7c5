import { Controller, Get, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import { ApiAcceptedResponse, ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  GetImport,
  ImportFile,
  ImportList,
  ImportRows,
  ImportRowsRequest,
  ImportView,
  ListImports,
  ListRowErrors,
  type RequestContext,
  type RowErrorPage,
  RowErrorView,
} from '@switchyard/contracts';
import { OperationClient } from '@switchyard/platform';
import type { FastifyRequest } from 'fastify';
import { Permission } from '../access/permission.decorator';
import { ApiPage } from '../openapi/api-page.decorator';
import { ApiProblems } from '../openapi/api-problems.decorator';
import { validated } from '../problem/validate';
import { Context } from '../request-context/context.decorator';
import { AcceptsTable } from '../uploads/accepts-table.decorator';
import { isUpload, Uploads } from '../uploads/uploads';
import { BatchPath, ImportPath, RowErrorsQuery, UploadQuery } from './batch.dto';

/** The whole file is read once before the answer: its bytes must be known. */
const ACCEPTING = { timeoutMs: 60_000 };

@ApiTags('imports')
@ApiBearerAuth()
@Controller()
export class ImportController {
  constructor(
    private readonly operations: OperationClient,
    private readonly uploads: Uploads,
  ) {}

  @Post('batches/:batchId/imports')
  @Permission('batch:write')
  @HttpCode(202)
  @AcceptsTable()
  @ApiOperation({
    summary: 'Hand in contacts: a CSV or XLSX file, or rows as JSON',
    description:
      'A file is taken as multipart/form-data (field `file`) or as the body itself; its rows are read in the background: ' +
      'ask for the import until its state is no longer `running`. JSON `{ "rows": [...] }` of at most 5,000 rows, money in ' +
      'fen, is imported before the answer. A batch with a good row becomes `ready`.',
  })
  @ApiAcceptedResponse({ type: ImportView })
  @ApiProblems(404, 409, 413, 415, 422)
  async hand(
    @Param() { batchId }: BatchPath,
    @Query() _query: UploadQuery,
    @Req() request: FastifyRequest,
    @Context() context: RequestContext,
  ): Promise<ImportView> {
    if (!isUpload(request)) {
      const { rows } = await validated(ImportRowsRequest, bodyOf(request, batchId));
      return this.operations.call(ImportRows, { batchId, rows }, context, ACCEPTING);
    }
    const file = await this.uploads.keep(request, { folder: 'imports' });
    return this.operations.call(
      ImportFile,
      {
        batchId,
        fileKey: file.key,
        fileName: file.fileName?.slice(0, 255),
        contentType: file.mediaType.slice(0, 200),
      },
      context,
      ACCEPTING,
    );
  }

  @Get('batches/:batchId/imports')
  @Permission('batch:read')
  @ApiOperation({ summary: 'Imports of a batch, the newest first' })
  @ApiOkResponse({ type: ImportList })
  @ApiProblems(404)
  list(@Param() path: BatchPath, @Context() context: RequestContext): Promise<ImportList> {
    return this.operations.call(ListImports, path, context);
  }

  @Get('imports/:importId')
  @Permission('batch:read')
  @ApiOperation({ summary: 'How far an import is, and what came of it' })
  @ApiOkResponse({ type: ImportView })
  @ApiProblems(404)
  one(@Param() path: ImportPath, @Context() context: RequestContext): Promise<ImportView> {
    return this.operations.call(GetImport, path, context);
  }

  @Get('imports/:importId/errors')
  @Permission('batch:read')
  @ApiOperation({ summary: 'What is wrong with which row' })
  @ApiPage(RowErrorView)
  @ApiProblems(404)
  errors(
    @Param() path: ImportPath,
    @Query() query: RowErrorsQuery,
    @Context() context: RequestContext,
  ): Promise<RowErrorPage> {
    return this.operations.call(ListRowErrors, { ...path, ...query }, context);
  }
}

/** The batch is named by the path; a body that is no object is left to the validation. */
function bodyOf({ body }: FastifyRequest, batchId: string): unknown {
  return typeof body === 'object' && body !== null && !Array.isArray(body) ? { ...body, batchId } : body;
}
