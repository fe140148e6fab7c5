import { Body, Controller, Get, HttpCode, Module, Post, Req, Res } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { IsInt } from 'class-validator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Permission } from '../src/access/permission.decorator';
import { readWhenChanged } from '../src/sse/read-when-changed';
import { SseStreams } from '../src/sse/sse-streams';
import { AcceptsUpload } from '../src/uploads/accepts-upload.decorator';
import { type KeptUpload, Uploads } from '../src/uploads/uploads';

export class ProbeBody {
  @ApiProperty({ description: 'Any number' })
  @IsInt()
  count: number;
}

/** What the tests turn, and what they see of it. */
export const probe = {
  served: 0,
  before: async (): Promise<void> => undefined,
  value: { version: 1, phone: '+8613900010001', last: false },
};

@Controller('probe')
export class ProbeController {
  constructor(
    private readonly uploads: Uploads,
    private readonly streams: SseStreams,
  ) {}

  @Post()
  @Permission('batch:write')
  async count(@Body() body: ProbeBody): Promise<{ id: string; served: number; count: number }> {
    await probe.before();
    probe.served += 1;
    return { id: `probe-${probe.served}`, served: probe.served, count: body.count };
  }

  @Post('files')
  @HttpCode(202)
  @Permission('batch:write')
  @AcceptsUpload('text/csv')
  async upload(@Req() request: FastifyRequest): Promise<KeptUpload> {
    probe.served += 1;
    return this.uploads.keep(request, { folder: 'probe' });
  }

  @Get('stream')
  @Permission('batch:read')
  stream(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.streams.open(request, reply, (signal, lastEventId) =>
      readWhenChanged({
        signal,
        lastEventId,
        everyMs: 10,
        read: async () => {
          await probe.before();
          return { ...probe.value };
        },
        event: (value) => ({ id: String(value.version), event: 'progress', data: value }),
        isLast: (value) => value.last,
      }),
    );
  }
}

@Module({ controllers: [ProbeController] })
export class ProbeModule {}

@Controller('forgotten')
export class ForgottenController {
  @Get()
  all(): string {
    return 'for everybody';
  }
}

@Module({ controllers: [ForgottenController] })
export class ForgottenModule {}
