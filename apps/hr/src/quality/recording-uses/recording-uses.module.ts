import { Module } from '@nestjs/common';
import { PgRecordingUses } from '../persistence/pg-recording-uses';
import { RecordingUsesHandler } from './recording-uses.handler';
import { UsesOfRecordings } from './recording-uses.port';

/** Tells whoever keeps recordings which of them quality control needs. */
@Module({
  controllers: [RecordingUsesHandler],
  providers: [{ provide: UsesOfRecordings, useClass: PgRecordingUses }],
})
export class RecordingUsesModule {}
