import { Module } from '@nestjs/common';
import { BatchController } from './batch.controller';
import { ContactController } from './contact.controller';
import { DoNotCallController } from './do-not-call.controller';
import { HandOffController } from './hand-off.controller';
import { ImportController } from './import.controller';
import { ProgressController } from './progress.controller';

/** Campaigns over REST. */
@Module({
  controllers: [
    BatchController,
    ContactController,
    DoNotCallController,
    HandOffController,
    ImportController,
    ProgressController,
  ],
})
export class BatchModule {}
