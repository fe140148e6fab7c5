import { Inject, Injectable } from '@nestjs/common';
import type { IdentityAction, RequestContext } from '@switchyard/contracts';
import { CLOCK, type Clock, DomainError } from '@switchyard/platform';
import { IdentityAudit } from './identity-audit.port';

/** What was tried and refused is kept too, though the change itself was rolled back. */
@Injectable()
export class NoteRefusals {
  constructor(
    private readonly audit: IdentityAudit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Runs work outside any transaction of the caller; a refusal of it is noted and thrown on. */
  async of<T>(
    action: Extract<IdentityAction, 'reading-refused' | 'decision-refused'>,
    requestId: string,
    context: RequestContext,
    work: () => Promise<T>,
  ): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof DomainError) {
        const { actor, correlationId } = context;
        const at = this.clock.now();
        await this.audit.add({ at, action, actor: actor.id, requestId, reason: error.code, correlationId });
      }
      throw error;
    }
  }
}
