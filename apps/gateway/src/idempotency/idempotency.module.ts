import { Global, Module } from '@nestjs/common';
import { IdempotencyKeys } from './idempotency.port';
import { PgIdempotencyKeys } from './persistence/pg-idempotency-keys';

@Global()
@Module({
  providers: [{ provide: IdempotencyKeys, useClass: PgIdempotencyKeys }],
  exports: [IdempotencyKeys],
})
export class IdempotencyModule {}
