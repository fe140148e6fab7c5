import { createHash } from 'node:crypto';
import { Body, Controller, Get, Put, Query, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import {
  FigureTargetsList,
  FigureTargetsView,
  GetLiveQueueFigures,
  GetQueueFigures,
  GetQueueFiguresRequest,
  GetRatingFigures,
  GetRatingFiguresRequest,
  ListFigureTargets,
  LiveQueueFigures,
  PutFigureTargets,
  PutFigureTargetsRequest,
  QueueFiguresReport,
  RatingFiguresReport,
  type RequestContext,
} from '@switchyard/contracts';
import { OperationClient } from '@switchyard/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Permission } from '../access/permission.decorator';
import { ApiProblems } from '../openapi/api-problems.decorator';
import { Context } from '../request-context/context.decorator';
import { readWhenChanged } from '../sse/read-when-changed';
import { SseStreams } from '../sse/sse-streams';
import { figuresCsv } from './figures-csv';

const EVERY_MS = 1_000;
/** Over months, a sum takes its time. */
const ADDING_UP = { timeoutMs: 30_000 };

@ApiTags('queue figures')
@ApiBearerAuth()
@Controller('queue-figures')
export class QueueFiguresController {
  constructor(
    private readonly operations: OperationClient,
    private readonly streams: SseStreams,
  ) {}

  @Get()
  @Permission('figures:read')
  @ApiOperation({
    summary: 'Figures of the queues by quarter hour, hour or day',
    description:
      'A caller belongs to the time at which it entered the queue. Every figure is made from sums, so that the total is exact.',
  })
  @ApiOkResponse({ type: QueueFiguresReport })
  report(
    @Query() query: GetQueueFiguresRequest,
    @Context() context: RequestContext,
  ): Promise<QueueFiguresReport> {
    return this.operations.call(GetQueueFigures, query, context, ADDING_UP);
  }

  @Get('export')
  @Permission('figures:read')
  @ApiOperation({ summary: 'The same as CSV (UTF-8 with byte order mark)' })
  @ApiProduces('text/csv')
  @ApiOkResponse({ description: 'The file', schema: { type: 'string', format: 'binary' } })
  async export(
    @Query() query: GetQueueFiguresRequest,
    @Context() context: RequestContext,
  ): Promise<StreamableFile> {
    const { items } = await this.operations.call(GetQueueFigures, query, context, ADDING_UP);
    return new StreamableFile(Buffer.from(figuresCsv(items)), {
      type: 'text/csv; charset=utf-8',
      disposition: 'attachment; filename="queue-figures.csv"',
    });
  }

  @Get('ratings')
  @Permission('figures:read')
  @ApiOperation({ summary: 'What callers said after their calls, by agent, matter, queue or day' })
  @ApiOkResponse({ type: RatingFiguresReport })
  ratings(
    @Query() query: GetRatingFiguresRequest,
    @Context() context: RequestContext,
  ): Promise<RatingFiguresReport> {
    return this.operations.call(GetRatingFigures, query, context, ADDING_UP);
  }

  @Get('targets')
  @Permission('figures:read')
  @ApiOperation({
    summary: 'What figures are held against, by date (§13)',
    description:
      'A report is judged by the targets that are in force at its begin, the live figures by those of now.',
  })
  @ApiOkResponse({ type: FigureTargetsList })
  targets(@Context() context: RequestContext): Promise<FigureTargetsList> {
    return this.operations.call(ListFigureTargets, {}, context);
  }

  @Put('targets')
  @Permission('agent:write')
  @ApiOperation({ summary: 'Set the targets that hold from a moment on; the past is not rewritten' })
  @ApiOkResponse({ type: FigureTargetsView })
  @ApiProblems(422)
  putTargets(
    @Body() body: PutFigureTargetsRequest,
    @Context() context: RequestContext,
  ): Promise<FigureTargetsView> {
    return this.operations.call(PutFigureTargets, body, context);
  }

  @Get('live')
  @Permission('figures:read')
  @ApiOperation({ summary: 'Callers and agents as they are now, and today’s figures' })
  @ApiOkResponse({ type: LiveQueueFigures })
  live(@Context() context: RequestContext): Promise<LiveQueueFigures> {
    return this.operations.call(GetLiveQueueFigures, {}, context);
  }

  @Get('live/stream')
  @Permission('figures:read')
  @ApiOperation({
    summary: 'The same whenever it changes (server-sent events)',
    description: 'Event `figures`, at most once a second.',
  })
  @ApiProduces('text/event-stream')
  @ApiOkResponse({ type: LiveQueueFigures })
  @ApiProblems()
  async stream(
    @Context() context: RequestContext,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.streams.open(request, reply, (signal, lastEventId) =>
      readWhenChanged({
        signal,
        lastEventId,
        everyMs: EVERY_MS,
        read: () => this.operations.call(GetLiveQueueFigures, {}, context, ADDING_UP),
        event: (figures) => ({ id: digest(figures), event: 'figures', data: figures }),
        isLast: () => false,
      }),
    );
  }
}

function digest(figures: LiveQueueFigures): string {
  return createHash('sha256').update(JSON.stringify(figures)).digest('base64url').slice(0, 16);
}
