import { Controller, Get, Inject, Param, Query, Req, StreamableFile } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import {
  GetRecording,
  ListRecordings,
  ListRecordingsRequest,
  OpenRecording,
  RecordingPage,
  RecordingReference,
  RecordingView,
  type RequestContext,
} from '@switchyard/contracts';
import { FILE_STORE, type FileStore, OperationClient } from '@switchyard/platform';
import type { FastifyRequest } from 'fastify';
import { Permission } from '../access/permission.decorator';
import { ApiProblems } from '../openapi/api-problems.decorator';
import { Context } from '../request-context/context.decorator';
import { RecordingReads } from './recording-reads';

@ApiTags('recordings')
@ApiBearerAuth()
@Controller('recordings')
export class RecordingController {
  constructor(
    private readonly operations: OperationClient,
    private readonly reads: RecordingReads,
    @Inject(FILE_STORE) private readonly files: FileStore,
  ) {}

  @Get()
  @Permission('recording:read')
  @ApiOperation({ summary: 'Recordings of human calls, the latest first' })
  @ApiOkResponse({ type: RecordingPage })
  list(@Query() query: ListRecordingsRequest, @Context() context: RequestContext): Promise<RecordingPage> {
    return this.operations.call(ListRecordings, query, context);
  }

  @Get(':recordingId')
  @Permission('recording:read')
  @ApiOperation({ summary: 'One recording, without its sound' })
  @ApiOkResponse({ type: RecordingView })
  @ApiProblems(404)
  get(@Param() path: RecordingReference, @Context() context: RequestContext): Promise<RecordingView> {
    return this.operations.call(GetRecording, path, context);
  }

  @Get(':recordingId/sound')
  @Permission('recording:read')
  @ApiOperation({
    summary: 'The sound of a recording',
    description: 'Every time is an entry in the audit, with who asked for it.',
  })
  @ApiProduces('audio/wav')
  @ApiOkResponse({ description: 'The sound', schema: { type: 'string', format: 'binary' } })
  @ApiProblems(404, 409)
  async sound(
    @Param() path: RecordingReference,
    @Context() context: RequestContext,
    @Req() request: FastifyRequest,
  ): Promise<StreamableFile> {
    const { fileKey, mediaType, bytes } = await this.operations.call(OpenRecording, path, context);
    const sound = await this.files.get(fileKey);
    try {
      await this.reads.note(request);
    } catch (error) {
      sound.destroy();
      throw error;
    }
    return new StreamableFile(sound, {
      type: mediaType,
      length: bytes,
      disposition: `attachment; filename="${path.recordingId}.wav"`,
    });
  }
}
