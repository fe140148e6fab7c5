import { Controller, Delete, Get, Inject, Param, Post, Req, StreamableFile } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import {
  ArticleView,
  AttachToArticle,
  DetachFromArticle,
  GetArticleAttachment,
  type RequestContext,
} from '@switchyard/contracts';
import { FILE_STORE, type FileStore, OperationClient } from '@switchyard/platform';
import type { FastifyRequest } from 'fastify';
import { Permission } from '../access/permission.decorator';
import { ApiProblems } from '../openapi/api-problems.decorator';
import { Context } from '../request-context/context.decorator';
import { AcceptsUpload } from '../uploads/accepts-upload.decorator';
import { Uploads } from '../uploads/uploads';
import { ArticlePath, AttachmentPath, StoredAttachmentPath } from './knowledge.dto';

@ApiTags('knowledge')
@ApiBearerAuth()
@Controller('knowledge/articles/:code')
export class ArticleAttachmentController {
  constructor(
    private readonly operations: OperationClient,
    private readonly uploads: Uploads,
    @Inject(FILE_STORE) private readonly files: FileStore,
  ) {}

  @Post('attachments')
  @Permission('knowledge:write')
  @AcceptsUpload('application/octet-stream')
  @ApiOperation({ summary: 'Add a file to the draft' })
  @ApiCreatedResponse({ type: ArticleView })
  @ApiProblems(404, 409, 413, 415, 422)
  async attach(
    @Param() { code }: ArticlePath,
    @Req() request: FastifyRequest,
    @Context() context: RequestContext,
  ): Promise<ArticleView> {
    return this.uploads.keepFor(request, { folder: 'knowledge' }, ({ key, fileName, mediaType, bytes }) => {
      const file = {
        fileKey: key,
        bytes,
        fileName: (fileName ?? 'file').slice(0, 255),
        contentType: mediaType.slice(0, 200) || 'application/octet-stream',
      };
      return this.operations.call(AttachToArticle, { code, ...file }, context);
    });
  }

  @Delete('attachments/:attachmentId')
  @Permission('knowledge:write')
  @ApiOperation({ summary: 'Take a file out of the draft' })
  @ApiOkResponse({ type: ArticleView })
  @ApiProblems(404, 409)
  detach(@Param() path: AttachmentPath, @Context() context: RequestContext): Promise<ArticleView> {
    return this.operations.call(DetachFromArticle, path, context);
  }

  @Get('versions/:version/attachments/:attachmentId')
  @Permission('knowledge:read')
  @ApiOperation({ summary: 'A file of a version' })
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ description: 'The file', schema: { type: 'string', format: 'binary' } })
  @ApiProblems(404)
  async download(
    @Param() path: StoredAttachmentPath,
    @Context() context: RequestContext,
  ): Promise<StreamableFile> {
    const { fileKey, fileName, bytes } = await this.operations.call(GetArticleAttachment, path, context);
    // Never shown inside the page of the API: whoever uploaded it chose its type.
    return new StreamableFile(await this.files.get(fileKey), {
      type: 'application/octet-stream',
      disposition: `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`,
      length: bytes,
    });
  }
}
