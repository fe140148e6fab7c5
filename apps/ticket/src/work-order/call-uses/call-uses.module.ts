import { Module } from '@nestjs/common';
import { PgCallUses } from '../persistence/pg-call-uses';
import { CallUsesHandler } from './call-uses.handler';
import { UsesOfCalls } from './call-uses.port';

/** Tells whoever keeps recordings which calls led to work orders. */
@Module({
  controllers: [CallUsesHandler],
  providers: [{ provide: UsesOfCalls, useClass: PgCallUses }],
})
export class CallUsesModule {}
