import { Controller, Inject } from '@nestjs/common';
import {
  GetSwap,
  GetSwapRequest,
  ListSwaps,
  ListSwapsRequest,
  type RequestContext,
  type SwapDetails,
  type SwapPage,
} from '@switchyard/contracts';
import { localDateAt } from '@switchyard/domain';
import { CLOCK, type Clock, Handles } from '@switchyard/platform';
import { People } from '../../attendance/people/people';
import { swapNotFound } from '../swap-errors';
import { toSwapView } from '../swap-views';
import { Swaps } from '../swaps.port';

@Controller()
export class ListSwapsHandler {
  constructor(
    private readonly swaps: Swaps,
    private readonly people: People,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Handles(ListSwaps)
  async list({ limit = 50, cursor, ...asked }: ListSwapsRequest, context: RequestContext): Promise<SwapPage> {
    const { state, repayment, overdue, month, ...people } = asked;
    const now = this.clock.now();
    const filter = {
      ...(await this.people.filterOf(people, context)),
      state,
      repayment,
      month,
      ...(overdue === true && { overdueOn: localDateAt(now) }),
    };
    const page = await this.swaps.list(filter, limit, cursor);
    return { ...page, items: page.items.map((swap) => toSwapView(swap, now)) };
  }

  @Handles(GetSwap)
  async get({ swapId, own }: GetSwapRequest, context: RequestContext): Promise<SwapDetails> {
    const swap = await this.swaps.find(swapId);
    if (!swap) throw swapNotFound(swapId);
    const parties = [swap.requester, swap.partner];
    const filter = await this.people.filterOf({ ...(own !== undefined && { own }) }, context);
    if (filter.staffNumber !== undefined && !parties.includes(filter.staffNumber)) throw swapNotFound(swapId);
    if (filter.groupCodes && !(await this.isSeen(parties, context))) throw swapNotFound(swapId);
    const history = await this.swaps.history(swapId);
    return {
      ...toSwapView(swap, this.clock.now()),
      history: history.map(({ at, ...event }) => ({ ...event, at: at.toISOString() })),
    };
  }

  /** Whether a group leader leads one of the two. */
  private async isSeen(parties: readonly string[], context: RequestContext): Promise<boolean> {
    const seen = await Promise.all(parties.map((party) => this.people.maySee(party, context)));
    return seen.includes(true);
  }
}
