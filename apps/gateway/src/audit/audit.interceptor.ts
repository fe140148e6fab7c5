import {
  type CallHandler,
  type ExecutionContext,
  Inject,
  Injectable,
  type NestInterceptor,
} from '@nestjs/common';
import { CLOCK, type Clock } from '@switchyard/platform';
import type { FastifyRequest } from 'fastify';
import { type Observable, tap } from 'rxjs';
import { stateOf } from '../request-context/request-state';
import { beginEntry, isChange } from './audit-entry';
import { AuditTrail } from './audit-trail.port';

/** Writes the entry of a change before the change is made; without the entry it is not made. */
@Injectable()
export class AuditInterceptor implements NestInterceptor {
  constructor(
    private readonly trail: AuditTrail,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async intercept(execution: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const request = execution.switchToHttp().getRequest<FastifyRequest>();
    if (!isChange(request)) return next.handle();
    const state = stateOf(request);
    const entry = beginEntry(request, state, this.clock.now());
    await this.trail.add(entry);
    state.audit = { id: entry.id, at: entry.at };
    return next.handle().pipe(tap((answer) => (state.createdId = idOf(request, answer))));
  }
}

/** Id of what a POST made, where the answer names one. */
function idOf(request: FastifyRequest, answer: unknown): string | undefined {
  if (request.method !== 'POST' || typeof answer !== 'object' || answer === null) return undefined;
  const { id, number, paymentId, outageId } = answer as Record<string, unknown>;
  const made = id ?? number ?? paymentId ?? outageId;
  return typeof made === 'string' && !request.url.includes(made) ? made : undefined;
}
