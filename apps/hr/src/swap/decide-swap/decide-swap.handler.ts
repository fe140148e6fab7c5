import { Controller, Inject } from '@nestjs/common';
import {
  DecideSwap,
  DecideSwapRequest,
  type RequestContext,
  SWAP_ERRORS,
  type SwapView,
} from '@switchyard/contracts';
import { localDateAt } from '@switchyard/domain';
import { CLOCK, type Clock, DomainError, Handles, UnitOfWork } from '@switchyard/platform';
import { People } from '../../attendance/people/people';
import { ExchangeShifts } from '../exchange-shifts';
import { SwapCommand } from '../swap-command';
import { swapNotInState } from '../swap-errors';
import { SwapRules } from '../swap-rules';
import { type Swap, Swaps } from '../swaps.port';
import { TellParties } from '../tell-parties';

@Controller()
export class DecideSwapHandler extends SwapCommand {
  constructor(
    swaps: Swaps,
    people: People,
    work: UnitOfWork,
    @Inject(CLOCK) clock: Clock,
    private readonly rules: SwapRules,
    private readonly exchange: ExchangeShifts,
    private readonly tell: TellParties,
  ) {
    super(swaps, people, work, clock);
  }

  @Handles(DecideSwap)
  handle({ swapId, decision, note }: DecideSwapRequest, context: RequestContext): Promise<SwapView> {
    if (decision === 'refuse' && note === undefined) {
      throw new DomainError(SWAP_ERRORS.noteMissing, 'A refusal needs a note that says why.', {
        field: 'note',
      });
    }
    return this.change(swapId, context, async (swap, { staffNumber }) => {
      await this.assertHead(swap, staffNumber);
      if (swap.state !== 'consented')
        throw swapNotInState(swap, 'consented by the partner, and not decided yet');
      const told = {
        decidedAt: this.clock.now(),
        decidedBy: staffNumber,
        ...(note !== undefined && { note }),
      };
      if (decision === 'approve') await this.approve(swap, context);
      else await this.swaps.release(swapId);
      const state = decision === 'approve' ? 'approved' : 'refused';
      const repayment = state === 'refused' ? 'none' : swap.taken.length > 0 ? 'done' : 'owed';
      await this.swaps.change(swapId, { state, repayment, ...told });
      await this.swaps.tell(swapId, {
        kind: state,
        at: told.decidedAt,
        by: staffNumber,
        ...(note !== undefined && { note }),
      });
      const [zh, en] =
        state === 'approved' ? (['已批准', 'is approved'] as const) : (['未获批准', 'is refused'] as const);
      await this.tell.of(swap, [swap.requester, swap.partner], state, zh, en);
    });
  }

  /** All rules once more: the roster, leave and other swaps may have changed since it was asked for. */
  private async approve(swap: Swap, { actor }: RequestContext): Promise<void> {
    const { id: swapId, requester, partner } = swap;
    const given = await this.rules.lockShifts(
      'given',
      swap.given.map(({ entryId }) => entryId),
    );
    const taken = await this.rules.lockShifts(
      'taken',
      swap.taken.map(({ entryId }) => entryId),
    );
    const appliedOn = localDateAt(swap.proposedAt);
    await this.rules.assertPossible({ swapId, requester, partner, given, taken, appliedOn });
    await this.exchange.execute(swap, given, taken, actor.id);
  }

  private async assertHead(swap: Swap, staffNumber: string): Promise<void> {
    const deciders = await this.tell.deciders(swap);
    if (deciders.includes(staffNumber)) return;
    throw new DomainError(
      SWAP_ERRORS.notHead,
      deciders.length === 0
        ? 'Nobody can decide this swap today.'
        : `This swap is for ${deciders.join(', ')} to decide.`,
      { field: 'swapId', swapId: swap.id, deciders },
    );
  }
}
