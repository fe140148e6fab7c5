import { Controller, Inject } from '@nestjs/common';
import {
  AnswerReturn,
  AnswerSwapRequest,
  ProposeReturn,
  ProposeReturnRequest,
  type RequestContext,
  type SwapView,
} from '@switchyard/contracts';
import { localDateAt } from '@switchyard/domain';
import { CLOCK, type Clock, Handles, UnitOfWork } from '@switchyard/platform';
import { People } from '../../attendance/people/people';
import { ExchangeShifts } from '../exchange-shifts';
import { SwapCommand } from '../swap-command';
import { notYourTurn, swapNotInState } from '../swap-errors';
import { SwapRules } from '../swap-rules';
import { type Swap, Swaps } from '../swaps.port';
import { TellParties } from '../tell-parties';

@Controller()
export class ReturnSwapHandler extends SwapCommand {
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

  @Handles(ProposeReturn)
  propose({ swapId, taken: ids }: ProposeReturnRequest, context: RequestContext): Promise<SwapView> {
    return this.change(swapId, context, async (swap, { staffNumber }) => {
      const other = otherThan(swap, staffNumber);
      assertOwed(swap);
      const taken = await this.rules.lockShifts('taken', ids);
      await this.rules.assertReturnPossible(this.intent(swap, taken), swap.given.length, swap.repaymentDue);
      await this.swaps.nameReturn(swapId, taken);
      await this.swaps.change(swapId, { repayment: 'proposed', returnProposedBy: staffNumber });
      const at = this.clock.now();
      await this.swaps.tell(swapId, { kind: 'return-proposed', at, by: staffNumber });
      await this.tell.of(
        swap,
        [other],
        `return-${at.getTime()}`,
        '还班待你同意',
        'the return waits for your consent',
      );
    });
  }

  @Handles(AnswerReturn)
  answer({ swapId, answer, note }: AnswerSwapRequest, context: RequestContext): Promise<SwapView> {
    return this.change(swapId, context, async (swap, { staffNumber }) => {
      if (swap.state !== 'approved' || swap.repayment !== 'proposed' || swap.returnProposedBy === undefined)
        throw swapNotInState(swap, 'approved with a return that is proposed');
      const other = otherThan(swap, swap.returnProposedBy);
      if (staffNumber !== other) throw notYourTurn(swapId, other);
      const told = { at: this.clock.now(), by: staffNumber, ...(note !== undefined && { note }) };
      if (answer === 'decline') {
        await this.swaps.dropReturn(swapId);
        await this.swaps.change(swapId, { repayment: 'owed', returnProposedBy: null });
        return this.swaps.tell(swapId, { kind: 'return-declined', ...told });
      }
      const taken = await this.rules.lockShifts(
        'taken',
        swap.taken.map(({ entryId }) => entryId),
      );
      await this.rules.assertReturnPossible(this.intent(swap, taken), swap.given.length, swap.repaymentDue);
      await this.exchange.execute(swap, [], taken, context.actor.id);
      await this.swaps.change(swapId, { repayment: 'done', returnProposedBy: null });
      await this.swaps.tell(swapId, { kind: 'returned', ...told });
    });
  }

  private intent({ id, requester, partner }: Swap, taken: Awaited<ReturnType<SwapRules['lockShifts']>>) {
    return { swapId: id, requester, partner, given: [], taken, appliedOn: localDateAt(this.clock.now()) };
  }
}

function assertOwed(swap: Swap): void {
  if (swap.state === 'approved' && (swap.repayment === 'owed' || swap.repayment === 'proposed')) return;
  throw swapNotInState(swap, 'approved, and not worked in return');
}

function otherThan({ id, requester, partner }: Swap, staffNumber: string): string {
  if (staffNumber === requester) return partner;
  if (staffNumber === partner) return requester;
  throw notYourTurn(id, `${requester} or ${partner}`);
}
