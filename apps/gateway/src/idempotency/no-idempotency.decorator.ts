import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';

export const NO_IDEMPOTENCY = 'switchyard:no-idempotency';
export const NO_IDEMPOTENCY_EXTENSION = 'x-no-idempotency-key';

/** The route ignores Idempotency-Key: its answer holds secrets that must not be stored. */
export const NoIdempotency = (): MethodDecorator =>
  applyDecorators(SetMetadata(NO_IDEMPOTENCY, true), ApiExtension(NO_IDEMPOTENCY_EXTENSION, true));
