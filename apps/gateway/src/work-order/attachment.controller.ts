import { Controller, Get, Inject, Param, Post, Req, StreamableFile } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import { AttachToWorkOrder, GetWorkOrder, type RequestContext, WorkOrderView } from '@switchyard/contracts';
import { DomainError, FILE_STORE, FileMissing, type FileStore, OperationClient } from '@switchyard/platform';
import type { FastifyRequest } from 'fastify';
import { Permission } from '../access/permission.decorator';
import { ApiProblems } from '../openapi/api-problems.decorator';
import { Context } from '../request-context/context.decorator';
import { AcceptsUpload } from '../uploads/accepts-upload.decorator';
import { Uploads } from '../uploads/uploads';
import { SpokenMessagePath } from './spoken-message.dto';
import { WorkOrderPath } from './work-order-path';

/** Where files of work orders are kept. Whoever opens work orders names keys: no other file is to be had by one. */
const FOLDER = 'work-orders';
const KEPT = /^work-orders\/\d{4}-\d\d-\d\d\/[0-9a-f-]{36}$/;

@ApiTags('work orders')
@ApiBearerAuth()
@Controller('work-orders/:number/attachments')
export class AttachmentController {
  constructor(
    private readonly operations: OperationClient,
    private readonly uploads: Uploads,
    @Inject(FILE_STORE) private readonly files: FileStore,
  ) {}

  @Post()
  @Permission('work-order:write')
  @AcceptsUpload('application/octet-stream')
  @ApiOperation({ summary: 'Add a file to a work order' })
  @ApiCreatedResponse({ type: WorkOrderView })
  @ApiProblems(404, 409, 413, 415, 422)
  async attach(
    @Param() { number }: WorkOrderPath,
    @Req() request: FastifyRequest,
    @Context() context: RequestContext,
  ): Promise<WorkOrderView> {
    return this.uploads.keepFor(request, { folder: FOLDER }, ({ key, fileName = 'file', mediaType }) => {
      const kind = mediaType.startsWith('image/') ? ('image' as const) : ('document' as const);
      const attachments = [{ kind, key, name: fileName.slice(0, 200) }];
      return this.operations.call(AttachToWorkOrder, { number, attachments }, context);
    });
  }

  @Get(':position/file')
  @Permission('work-order:read')
  @ApiOperation({ summary: 'A file that was added to a work order' })
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ description: 'The file', schema: { type: 'string', format: 'binary' } })
  @ApiProblems(404)
  async download(
    @Param() path: SpokenMessagePath,
    @Context() context: RequestContext,
  ): Promise<StreamableFile> {
    const { number, position } = path;
    const { attachments = [] } = await this.operations.call(GetWorkOrder, { number }, context);
    const { key = '', name = 'file' } = attachments[position - 1] ?? {};
    if (!KEPT.test(key)) throw noFile(path);
    // Never shown inside the page of the API: whoever uploaded it chose its type.
    return new StreamableFile(await this.open(key, path), {
      type: 'application/octet-stream',
      disposition: `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
    });
  }

  private async open(key: string, path: SpokenMessagePath) {
    try {
      return await this.files.get(key);
    } catch (error) {
      if (error instanceof FileMissing) throw noFile(path);
      throw error;
    }
  }
}

function noFile({ number, position }: SpokenMessagePath): DomainError {
  return new DomainError(
    'work-order-attachment.not-found',
    `Work order ${number} has no file at position ${position}; its attachments tell which there are.`,
    { number, position },
  );
}
