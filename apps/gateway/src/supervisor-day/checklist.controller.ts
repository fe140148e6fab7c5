import {
  Body,
  Controller,
  Get,
  HttpCode,
  Inject,
  Param,
  Post,
  Query,
  Req,
  StreamableFile,
} from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import {
  AttachToChecklistItem,
  ChecklistFileReference,
  ChecklistItemView,
  ChecklistOfDay,
  type ChecklistPage,
  ChecklistProof,
  ChecklistReference,
  DoChecklistItem,
  GetChecklistOfDay,
  GetChecklistOfDayRequest,
  ListChecklist,
  ListChecklistRequest,
  OpenChecklistFile,
  type RequestContext,
} from '@switchyard/contracts';
import { FILE_STORE, type FileStore, OperationClient } from '@switchyard/platform';
import type { FastifyRequest } from 'fastify';
import { Permission } from '../access/permission.decorator';
import { ExportOf } from '../http/export-of';
import { ListFiles } from '../http/list-files';
import { ApiListFile } from '../openapi/api-list-file.decorator';
import { ApiPage } from '../openapi/api-page.decorator';
import { ApiProblems } from '../openapi/api-problems.decorator';
import { Context } from '../request-context/context.decorator';
import { AcceptsUpload } from '../uploads/accepts-upload.decorator';
import { Uploads } from '../uploads/uploads';
import { CHECKLIST_COLUMNS } from './checklist-columns';

export class ChecklistExportQuery extends ExportOf(ListChecklistRequest) {}

const FOLDER = 'checklists';

@ApiTags("supervisor's day")
@ApiBearerAuth()
@Controller('supervisors-day')
export class ChecklistController {
  constructor(
    private readonly operations: OperationClient,
    private readonly files: ListFiles,
    private readonly uploads: Uploads,
    @Inject(FILE_STORE) private readonly store: FileStore,
  ) {}

  @Get()
  @Permission('workplace:read')
  @ApiOperation({
    summary: 'The checklist of a day (§18): what is due, what runs, what was missed',
    description: 'Duties, times and proofs are policy (supervisors-day); rest days have no daily duties.',
  })
  @ApiOkResponse({ type: ChecklistOfDay })
  day(@Query() query: GetChecklistOfDayRequest, @Context() context: RequestContext): Promise<ChecklistOfDay> {
    return this.operations.call(GetChecklistOfDay, query, context);
  }

  @Get('items')
  @Permission('workplace:read')
  @ApiOperation({ summary: 'Lines of all checklists, by the time when they are due' })
  @ApiPage(ChecklistItemView)
  list(@Query() query: ListChecklistRequest, @Context() context: RequestContext): Promise<ChecklistPage> {
    return this.operations.call(ListChecklist, query, context);
  }

  @Get('items/export')
  @Permission('workplace:read')
  @ApiOperation({ summary: 'The list as a file' })
  @ApiListFile()
  export(@Query() query: ChecklistExportQuery, @Context() context: RequestContext): Promise<StreamableFile> {
    const list = { operation: ListChecklist, columns: CHECKLIST_COLUMNS };
    const names = { fileName: 'checklist', sheetName: { 'zh-CN': '主管日程', en: 'Checklist' } };
    return this.files.of({ ...list, ...names }, query, context);
  }

  @Post('items/:itemId/done')
  @Permission('workplace:write')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Tick a line off, with the proof that it asks for; past its time it stays marked as late',
  })
  @ApiOkResponse({ type: ChecklistItemView })
  @ApiProblems(404, 409, 422)
  done(
    @Param() path: ChecklistReference,
    @Body() body: ChecklistProof,
    @Context() context: RequestContext,
  ): Promise<ChecklistItemView> {
    return this.operations.call(DoChecklistItem, { ...body, ...path }, context);
  }

  @Post('items/:itemId/attachments')
  @Permission('workplace:write')
  @AcceptsUpload('application/octet-stream')
  @ApiOperation({ summary: 'Attach a file to a line that is not done yet' })
  @ApiCreatedResponse({ type: ChecklistItemView })
  @ApiProblems(404, 409, 413, 415)
  async attach(
    @Param() path: ChecklistReference,
    @Req() request: FastifyRequest,
    @Context() context: RequestContext,
  ): Promise<ChecklistItemView> {
    const kept = await this.uploads.keep(request, { folder: FOLDER });
    const { key, fileName = 'file', mediaType, bytes, sha256 } = kept;
    const file = {
      fileKey: key,
      fileName: fileName.slice(0, 200),
      mediaType: mediaType.slice(0, 100),
      bytes,
      sha256,
    };
    try {
      return await this.operations.call(AttachToChecklistItem, { ...path, ...file }, context);
    } catch (error) {
      await this.store.remove(key);
      throw error;
    }
  }

  @Get('items/:itemId/attachments/:attachmentId')
  @Permission('workplace:read')
  @ApiOperation({ summary: 'An attachment of a line' })
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ description: 'The file', schema: { type: 'string', format: 'binary' } })
  @ApiProblems(404)
  async file(
    @Param() path: ChecklistFileReference,
    @Context() context: RequestContext,
  ): Promise<StreamableFile> {
    const { fileKey, fileName, bytes } = await this.operations.call(OpenChecklistFile, path, context);
    return new StreamableFile(await this.store.get(fileKey), {
      type: 'application/octet-stream',
      length: bytes,
      disposition: `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`,
    });
  }
}
