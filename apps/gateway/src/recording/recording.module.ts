import { Module } from '@nestjs/common';
import { RecordingController } from './recording.controller';
import { RecordingReads } from './recording-reads';
import { RetentionRemovalController } from './retention-removal.controller';

/** Recordings of human calls over REST. */
@Module({
  controllers: [RecordingController, RetentionRemovalController],
  providers: [RecordingReads],
  exports: [RecordingReads],
})
export class RecordingModule {}
