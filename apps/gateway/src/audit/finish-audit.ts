import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock, Logger } from '@switchyard/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { findState } from '../request-context/request-state';
import { beginEntry, isChange, resultOf } from './audit-entry';
import { AuditTrail } from './audit-trail.port';

/**
 * Completes the entry of a change before its answer leaves. A change that was refused to somebody who had
 * signed in gets its entry here; requests that nobody signed in for change nothing and get none.
 */
@Injectable()
export class FinishAudit {
  private readonly logger: Logger;

  constructor(
    private readonly trail: AuditTrail,
    @Inject(CLOCK) private readonly clock: Clock,
    logger: Logger,
  ) {
    this.logger = logger.named('Audit');
  }

  async onSend(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const state = findState(request);
    if (!state || !isChange(request)) return;
    const result = resultOf(request, state, reply.statusCode);
    try {
      if (state.audit) await this.trail.finish(state.audit.id, state.audit.at, result);
      else if (state.sessionId !== undefined) {
        await this.trail.add({ ...beginEntry(request, state, this.clock.now()), ...result });
      }
    } catch (error) {
      // The change is made; taking the answer away would not undo it. The entry stays `begun`.
      this.logger.error('an audit entry could not be completed', { err: error, ...result });
    }
  }
}
