import { createHash } from 'node:crypto';
import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { BatchDetail, GetBatch, type RequestContext } from '@switchyard/contracts';
import { OperationClient } from '@switchyard/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Permission } from '../access/permission.decorator';
import { ApiProblems } from '../openapi/api-problems.decorator';
import { Context } from '../request-context/context.decorator';
import { readWhenChanged } from '../sse/read-when-changed';
import { SseStreams } from '../sse/sse-streams';
import { BatchPath } from './batch.dto';

const EVERY_MS = 1_000;

@ApiTags('batches')
@ApiBearerAuth()
@Controller('batches')
export class ProgressController {
  constructor(
    private readonly operations: OperationClient,
    private readonly streams: SseStreams,
  ) {}

  @Get(':batchId/progress')
  @Permission('batch:read')
  @ApiOperation({
    summary: 'Live figures of a batch (server-sent events)',
    description:
      'Event `progress` with the batch and its figures whenever they changed, `end` when they are final.',
  })
  @ApiProduces('text/event-stream')
  @ApiOkResponse({ type: BatchDetail })
  @ApiProblems(404)
  async progress(
    @Param() path: BatchPath,
    @Context() context: RequestContext,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.streams.open(request, reply, (signal, lastEventId) =>
      readWhenChanged({
        signal,
        lastEventId,
        everyMs: EVERY_MS,
        read: () => this.operations.call(GetBatch, path, context, { timeoutMs: 30_000 }),
        event: (detail) => ({ id: digest(detail), event: 'progress', data: detail }),
        isLast: (detail) => detail.final,
      }),
    );
  }
}

/** The same figures have the same id: a client that comes back is not told again what it knows. */
function digest(detail: BatchDetail): string {
  return createHash('sha256').update(JSON.stringify(detail)).digest('base64url').slice(0, 16);
}
