import { Controller, Inject } from '@nestjs/common';
import {
  AnswerSwap,
  AnswerSwapRequest,
  type RequestContext,
  SwapReference,
  type SwapView,
  WithdrawSwap,
} from '@switchyard/contracts';
import { CLOCK, type Clock, Handles, UnitOfWork } from '@switchyard/platform';
import { People } from '../../attendance/people/people';
import { SwapCommand } from '../swap-command';
import { notYourTurn, swapNotInState } from '../swap-errors';
import { Swaps } from '../swaps.port';
import { TellParties } from '../tell-parties';

@Controller()
export class AnswerSwapHandler extends SwapCommand {
  constructor(
    swaps: Swaps,
    people: People,
    work: UnitOfWork,
    @Inject(CLOCK) clock: Clock,
    private readonly tell: TellParties,
  ) {
    super(swaps, people, work, clock);
  }

  @Handles(AnswerSwap)
  answer({ swapId, answer, note }: AnswerSwapRequest, context: RequestContext): Promise<SwapView> {
    return this.change(swapId, context, async (swap, { staffNumber }) => {
      if (staffNumber !== swap.partner) throw notYourTurn(swapId, swap.partner);
      if (swap.state !== 'proposed') throw swapNotInState(swap, 'proposed');
      const state = answer === 'consent' ? 'consented' : 'declined';
      await this.swaps.change(swapId, { state });
      const told = note === undefined ? {} : { note };
      await this.swaps.tell(swapId, { kind: state, at: this.clock.now(), by: staffNumber, ...told });
      if (state === 'declined') {
        await this.swaps.release(swapId);
        await this.tell.of(swap, [swap.requester], state, '未获对方同意', 'your partner declined');
      } else
        await this.tell.of(swap, await this.tell.deciders(swap), state, '待审批', 'waits for your decision');
    });
  }

  @Handles(WithdrawSwap)
  withdraw({ swapId }: SwapReference, context: RequestContext): Promise<SwapView> {
    return this.change(swapId, context, async (swap, { staffNumber }) => {
      if (staffNumber !== swap.requester) throw notYourTurn(swapId, swap.requester);
      if (swap.state !== 'proposed' && swap.state !== 'consented')
        throw swapNotInState(swap, 'not decided yet');
      await this.swaps.change(swapId, { state: 'withdrawn' });
      await this.swaps.release(swapId);
      await this.swaps.tell(swapId, { kind: 'withdrawn', at: this.clock.now(), by: staffNumber });
    });
  }
}
