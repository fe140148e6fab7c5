import { randomUUID } from 'node:crypto';
import { Controller, Inject } from '@nestjs/common';
import {
  BeginHandover,
  BeginHandoverRequest,
  HANDOVER_ERRORS,
  type HandoverView,
  type RequestContext,
} from '@switchyard/contracts';
import { CLOCK, type Clock, DomainError, Handles, UnitOfWork } from '@switchyard/platform';
import { accountNameOf } from '../account-name';
import { AssembleContent } from '../assemble-content/assemble-content';
import { toHandoverView } from '../handover-view';
import { Handovers, type Handover } from '../handovers.port';

@Controller()
export class BeginHandoverHandler {
  constructor(
    private readonly handovers: Handovers,
    private readonly assemble: AssembleContent,
    private readonly work: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Handles(BeginHandover)
  async handle(
    { shift, relief: named }: BeginHandoverRequest,
    context: RequestContext,
  ): Promise<HandoverView> {
    const outgoing = accountNameOf(context.actor);
    const relief = named.toLowerCase();
    if (relief === outgoing) {
      throw new DomainError(
        HANDOVER_ERRORS.reliefIsSelf,
        'Nobody takes over from themselves; name who comes.',
        {
          field: 'relief',
        },
      );
    }
    const handover: Handover = {
      id: randomUUID(),
      state: 'draft',
      shift,
      outgoing,
      relief,
      outgoingId: context.actor.id,
      notes: [],
      createdAt: this.clock.now(),
    };
    await this.work.inTransaction(async () => {
      if (!(await this.handovers.add(handover))) throw await this.alreadyOpen(outgoing);
      const { id, createdAt: at } = handover;
      await this.handovers.remember(id, { at, actor: outgoing, change: 'begun' });
    });
    return toHandoverView(handover, await this.assemble.execute(context));
  }

  private async alreadyOpen(outgoing: string): Promise<DomainError> {
    const known = await this.handovers.underWay(outgoing);
    return new DomainError(
      HANDOVER_ERRORS.alreadyOpen,
      'A handover of yours is under way; go on with it, or cancel it.',
      { handoverId: known?.id },
    );
  }
}
