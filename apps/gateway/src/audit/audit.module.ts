import { Global, Module } from '@nestjs/common';
import { AuditTrail } from './audit-trail.port';
import { AuditController } from './audit.controller';
import { FinishAudit } from './finish-audit';
import { PgAuditTrail } from './persistence/pg-audit-trail';

@Global()
@Module({
  controllers: [AuditController],
  providers: [{ provide: AuditTrail, useClass: PgAuditTrail }, FinishAudit],
  exports: [AuditTrail, FinishAudit],
})
export class AuditModule {}
