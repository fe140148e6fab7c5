import { randomUUID } from 'node:crypto';
import { Controller, Inject } from '@nestjs/common';
import {
  ProposeSwap,
  ProposeSwapRequest,
  type RequestContext,
  SWAP_ERRORS,
  type SwapView,
} from '@switchyard/contracts';
import { localDateAt, repaymentDue } from '@switchyard/domain';
import { CLOCK, type Clock, DomainError, Handles, UnitOfWork } from '@switchyard/platform';
import { People } from '../../attendance/people/people';
import { toSwapView } from '../swap-views';
import { SwapRules } from '../swap-rules';
import { type Swap, Swaps } from '../swaps.port';
import { TellParties } from '../tell-parties';

@Controller()
export class ProposeSwapHandler {
  constructor(
    private readonly swaps: Swaps,
    private readonly people: People,
    private readonly rules: SwapRules,
    private readonly tell: TellParties,
    private readonly work: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Handles(ProposeSwap)
  async handle(request: ProposeSwapRequest, context: RequestContext): Promise<SwapView> {
    const { staffNumber: requester } = await this.people.self(context);
    const { partner, reason } = request;
    const reference = `${requester}:${request.reference}`;
    const now = this.clock.now();
    return this.work.inTransaction(async () => {
      await this.swaps.lockPeople([requester, partner]);
      const before = await this.swaps.ofReference(reference);
      if (before) return toSwapView(same(before, request), now);
      const given = await this.rules.lockShifts('given', request.given);
      const taken = await this.rules.lockShifts('taken', request.taken ?? []);
      const id = randomUUID();
      const appliedOn = localDateAt(now);
      await this.rules.assertPossible({ swapId: id, requester, partner, given, taken, appliedOn });
      const swap = {
        id,
        kind: given.length === 1 ? ('single' as const) : ('pair' as const),
        requester,
        partner,
        reason,
        reference,
        month: given[0]?.workDate.slice(0, 7) ?? '',
        proposedAt: now,
        proposedBy: context.actor.id,
        repaymentDue: repaymentDue(given, await this.rules.policy()),
      };
      await this.swaps.add(swap, given, taken);
      await this.swaps.tell(id, { kind: 'proposed', note: reason, at: now, by: requester });
      const stored = await this.swaps.find(id);
      if (!stored) throw new Error(`swap ${id} was not written`);
      await this.tell.of(stored, [partner], 'proposed', '待你同意', 'waits for your consent');
      return toSwapView(stored, now);
    });
  }
}

function same(swap: Swap, { partner, given }: ProposeSwapRequest): Swap {
  if (swap.partner === partner && swap.given.length === given.length) return swap;
  throw new DomainError(
    SWAP_ERRORS.reference,
    'Another swap was proposed under this reference; give a reference of its own to each.',
    { field: 'reference' },
  );
}
