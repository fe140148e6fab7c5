import { Module } from '@nestjs/common';
import { IdentityAuditController } from './identity-audit.controller';
import { IdentityReadingController } from './identity-reading.controller';
import { KeptIdentityController } from './kept-identity.controller';

@Module({ controllers: [KeptIdentityController, IdentityReadingController, IdentityAuditController] })
export class AnonymityModule {}
