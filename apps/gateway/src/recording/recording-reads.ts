import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '@switchyard/platform';
import type { FastifyRequest } from 'fastify';
import { beginEntry } from '../audit/audit-entry';
import { AuditTrail } from '../audit/audit-trail.port';
import { stateOf } from '../request-context/request-state';

/** Who heard which recording is kept like a change: without the entry nothing is heard (T4.3). */
@Injectable()
export class RecordingReads {
  constructor(
    private readonly trail: AuditTrail,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Writes the entry of a read that is about to be answered with the sound. */
  async note(request: FastifyRequest): Promise<void> {
    const entry = beginEntry(request, stateOf(request), this.clock.now());
    await this.trail.add({ ...entry, outcome: 'done', status: 200 });
  }
}
