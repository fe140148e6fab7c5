import { Module } from '@nestjs/common';
import { PgAttachmentUses } from '../persistence/pg-attachment-uses';
import { AttachmentUsesHandler } from './attachment-uses.handler';
import { UsesOfAttachments } from './attachment-uses.port';

/** Tells whoever keeps files which of them belong to work orders. */
@Module({
  controllers: [AttachmentUsesHandler],
  providers: [{ provide: UsesOfAttachments, useClass: PgAttachmentUses }],
})
export class AttachmentUsesModule {}
