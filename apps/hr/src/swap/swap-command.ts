import type { RequestContext, SwapView } from '@switchyard/contracts';
import type { Clock, UnitOfWork } from '@switchyard/platform';
import type { People } from '../attendance/people/people';
import type { StaffMember } from '../staff/staff-directory.port';
import { swapNotFound } from './swap-errors';
import { toSwapView } from './swap-views';
import type { Swap, Swaps } from './swaps.port';

/** What changes of a swap have in common: who asks, both people locked, the swap read afterwards. */
export abstract class SwapCommand {
  constructor(
    protected readonly swaps: Swaps,
    protected readonly people: People,
    protected readonly work: UnitOfWork,
    protected readonly clock: Clock,
  ) {}

  /** @throws DomainError `swap.not-found`, `attendance.account-is-no-staff`, or what `change` throws */
  protected async change(
    swapId: string,
    context: RequestContext,
    change: (swap: Swap, self: StaffMember) => Promise<void>,
  ): Promise<SwapView> {
    const self = await this.people.self(context);
    const found = await this.swaps.find(swapId);
    if (!found) throw swapNotFound(swapId);
    return this.work.inTransaction(async () => {
      await this.swaps.lockPeople([found.requester, found.partner]);
      const swap = await this.swaps.find(swapId);
      if (!swap) throw swapNotFound(swapId);
      await change(swap, self);
      return this.view(swapId);
    });
  }

  protected async view(swapId: string): Promise<SwapView> {
    const swap = await this.swaps.find(swapId);
    if (!swap) throw swapNotFound(swapId);
    return toSwapView(swap, this.clock.now());
  }
}
