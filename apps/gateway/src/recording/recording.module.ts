import { Module } from '@nestjs/common';
import { RecordingController } from './recording.controller';
import { RecordingReads } from './recording-reads';

/** Recordings of human calls over REST. */
@Module({ controllers: [RecordingController], providers: [RecordingReads], exports: [RecordingReads] })
export class RecordingModule {}
