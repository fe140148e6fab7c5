import { type DynamicModule, Module, type Type } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE, DiscoveryModule } from '@nestjs/core';
import { PersistenceModule } from '@switchyard/platform';
import { AccessGuard } from './access/access.guard';
import { EveryRouteIsDeclared } from './access/every-route-is-declared';
import { MaskPhonesInterceptor } from './access/mask-phones.interceptor';
import { AuditInterceptor } from './audit/audit.interceptor';
import { AuditModule } from './audit/audit.module';
import { ExpiredRows } from './housekeeping/expired-rows.port';
import { Housekeeping } from './housekeeping/housekeeping';
import { PgExpiredRows } from './housekeeping/persistence/pg-expired-rows';
import { RouteTable } from './http/route-table';
import { IdempotencyInterceptor } from './idempotency/idempotency.interceptor';
import { IdempotencyModule } from './idempotency/idempotency.module';
import { SignInIdempotencyAudit1767200000201 } from './migrations/1767200000201-sign-in-idempotency-audit';
import { AccountsFollowStaff1767200000202 } from './migrations/1767200000202-accounts-follow-staff';
import { ProblemFilter } from './problem/problem.filter';
import { requestValidation } from './problem/validate';
import { SignInModule } from './sign-in/sign-in.module';
import { SseModule } from './sse/sse.module';
import { ListFilesModule } from './http/list-files.module';
import { UploadsModule } from './uploads/uploads.module';
import { UserAccountEntity } from './users/persistence/user-account.entity';

/** The REST face of the platform: it speaks contracts to the services and knows no rule of theirs. */
@Module({
  imports: [
    PersistenceModule.forService({
      schema: 'gateway',
      entities: [UserAccountEntity],
      migrations: [SignInIdempotencyAudit1767200000201, AccountsFollowStaff1767200000202],
    }),
    DiscoveryModule,
    SignInModule,
    AuditModule,
    IdempotencyModule,
    ListFilesModule,
    UploadsModule,
    SseModule,
  ],
  providers: [
    RouteTable,
    EveryRouteIsDeclared,
    Housekeeping,
    { provide: ExpiredRows, useClass: PgExpiredRows },
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: APP_PIPE, useFactory: requestValidation },
    { provide: APP_FILTER, useClass: ProblemFilter },
    // From the outside in: what is audited was masked, what is masked was stored for a repeated request.
    { provide: APP_INTERCEPTOR, useClass: AuditInterceptor },
    { provide: APP_INTERCEPTOR, useClass: MaskPhonesInterceptor },
    { provide: APP_INTERCEPTOR, useClass: IdempotencyInterceptor },
  ],
})
export class GatewayModule {
  /** The gateway with these parts of the API. */
  static with(features: readonly Type[]): DynamicModule {
    return { module: GatewayModule, imports: [...features] };
  }
}
