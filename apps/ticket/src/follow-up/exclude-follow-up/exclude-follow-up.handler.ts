import { Controller, Inject } from '@nestjs/common';
import {
  ExcludeFollowUp,
  ExcludeFollowUpRequest,
  type FollowUpView,
  type RequestContext,
} from '@switchyard/contracts';
import { CLOCK, type Clock, Handles, UnitOfWork } from '@switchyard/platform';
import { assertToDo, followUpNotFound } from '../follow-up-errors';
import { toFollowUpView } from '../follow-up-view';
import { FollowUps } from '../follow-ups.port';
import { MayFollowUp } from '../may-follow-up';

/** There is nobody to call: no part of the 100 %, with a reason (C5). */
@Controller()
export class ExcludeFollowUpHandler {
  constructor(
    private readonly followUps: FollowUps,
    private readonly mayFollowUp: MayFollowUp,
    private readonly work: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Handles(ExcludeFollowUp)
  handle(request: ExcludeFollowUpRequest, context: RequestContext): Promise<FollowUpView> {
    return this.work.inTransaction(async () => {
      const [item] = await this.followUps.lock([request.itemId]);
      if (!item) throw followUpNotFound(request.itemId);
      await this.mayFollowUp.assert([item], context);
      assertToDo(item);
      const at = this.clock.now();
      const excluded = {
        ...item,
        status: 'excluded' as const,
        endedAt: at,
        exclusionReason: request.reason,
        exclusionText: request.text,
      };
      await this.followUps.save(excluded, context.actor.id, at);
      return toFollowUpView(excluded);
    });
  }
}
