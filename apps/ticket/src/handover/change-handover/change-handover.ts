import { Inject, Injectable } from '@nestjs/common';
import type { HandoverContentView, HandoverView, RequestContext } from '@switchyard/contracts';
import { type HandoverAction, moveHandover } from '@switchyard/domain';
import { CLOCK, type Clock, UnitOfWork } from '@switchyard/platform';
import { accountNameOf } from '../account-name';
import { AssembleContent } from '../assemble-content/assemble-content';
import { handoverNotFound, handoverRefused } from '../handover-errors';
import { toHandoverView } from '../handover-view';
import { Handovers, type Handover, type HandoverChangeName } from '../handovers.port';

export interface HandoverChange {
  readonly handoverId: string;
  readonly action: HandoverAction;
  readonly name: HandoverChangeName;
  readonly reason?: string;
}

/** What the two leaders do with a handover: allowed, stored and remembered in one transaction. */
@Injectable()
export class ChangeHandover {
  constructor(
    private readonly handovers: Handovers,
    private readonly assemble: AssembleContent,
    private readonly work: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * `next` answers how the handover becomes, in the transaction, beside its state.
   * @throws DomainError `handover.not-found`, `handover.not-allowed-in-state`, `handover.not-outgoing`,
   * `handover.not-relief`, and what `next` throws
   */
  async execute(
    { handoverId, action, name, reason }: HandoverChange,
    context: RequestContext,
    next: (handover: Handover, now: Date) => Handover | Promise<Handover> = (handover) => handover,
  ): Promise<HandoverView> {
    const actor = accountNameOf(context.actor);
    const changed = await this.work.inTransaction(async () => {
      const handover = await this.handovers.lock(handoverId);
      if (!handover) throw handoverNotFound(handoverId);
      const moved = moveHandover(handover, action, actor);
      if (!moved.ok) throw handoverRefused(moved.error, handover);
      const at = this.clock.now();
      const after = { ...(await next(handover, at)), state: moved.value };
      await this.handovers.save(after);
      await this.handovers.remember(handoverId, {
        at,
        actor,
        change: name,
        ...(reason !== undefined && { reason }),
      });
      return after;
    });
    return this.view(changed, context);
  }

  /** What was submitted, or what is open now. */
  async view(handover: Handover, context: RequestContext): Promise<HandoverView> {
    const content: HandoverContentView = handover.content ?? (await this.assemble.execute(context));
    return toHandoverView(handover, content);
  }
}
