import { Global, Module } from '@nestjs/common';
import { SseStreams } from './sse-streams';

@Global()
@Module({ providers: [SseStreams], exports: [SseStreams] })
export class SseModule {}
