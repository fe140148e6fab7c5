import { Controller, Get, Inject, Param, Req, StreamableFile } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { GetWorkOrder, type RequestContext } from '@switchyard/contracts';
import { DomainError, FILE_STORE, FileMissing, type FileStore, OperationClient } from '@switchyard/platform';
import type { FastifyRequest } from 'fastify';
import { Permission } from '../access/permission.decorator';
import { ApiProblems } from '../openapi/api-problems.decorator';
import { RecordingReads } from '../recording/recording-reads';
import { Context } from '../request-context/context.decorator';
import { SpokenMessagePath } from './spoken-message.dto';

/** Where callers' messages are kept. Whoever opens work orders names keys: no other file is to be had by one. */
const MESSAGE = /^messages\/[0-9a-f-]{36}\.wav$/;

/** What callers said into the machine: the matter of a complaint, a fault, a message (T1.5). */
@ApiTags('work orders')
@ApiBearerAuth()
@Controller('work-orders')
export class SpokenMessageController {
  constructor(
    private readonly operations: OperationClient,
    private readonly reads: RecordingReads,
    @Inject(FILE_STORE) private readonly files: FileStore,
  ) {}

  @Get(':number/attachments/:position/sound')
  @Permission('work-order-message:listen')
  @ApiOperation({
    summary: 'The sound of a message that a caller left with a work order',
    description:
      'For whoever may read the work order. Every time is an entry in the audit, with who asked for it. A message is deleted some time after its work order is closed.',
  })
  @ApiProduces('audio/wav')
  @ApiOkResponse({ description: 'The sound', schema: { type: 'string', format: 'binary' } })
  @ApiProblems(404, 410)
  async sound(
    @Param() path: SpokenMessagePath,
    @Context() context: RequestContext,
    @Req() request: FastifyRequest,
  ): Promise<StreamableFile> {
    const { number, position } = path;
    const { attachments = [] } = await this.operations.call(GetWorkOrder, { number }, context);
    const sound = await this.open(attachments[position - 1]?.key ?? '', path);
    try {
      await this.reads.note(request);
    } catch (error) {
      sound.destroy();
      throw error;
    }
    return new StreamableFile(sound, {
      type: 'audio/wav',
      disposition: `attachment; filename="message-${position}.wav"`,
    });
  }

  private async open(key: string, { number, position }: SpokenMessagePath) {
    if (!MESSAGE.test(key)) throw noMessage(number, position);
    try {
      return await this.files.get(key);
    } catch (error) {
      if (error instanceof FileMissing) throw deleted(number, position);
      throw error;
    }
  }
}

function deleted(number: string, position: number): DomainError {
  return new DomainError(
    'work-order-message.deleted',
    `The message at position ${position} of work order ${number} was deleted when its time was over.`,
    { number, position },
  );
}

function noMessage(number: string, position: number): DomainError {
  return new DomainError(
    'work-order-message.not-found',
    `Work order ${number} has no spoken message at position ${position}; its attachments tell which there are.`,
    { number, position },
  );
}
