import { Inject, Injectable } from '@nestjs/common';
import { addDays, localDateAt } from '@switchyard/domain';
import { CLOCK, type Clock, Logger, RegularWork, UnitOfWork } from '@switchyard/platform';
import { SwapRules } from '../swap-rules';
import { type Swap, Swaps } from '../swaps.port';
import { TellParties } from '../tell-parties';

const EVERY_MS = 15 * 60_000;
const BY = 'system:hr';

/** Reminds of shifts that are owed, before they are due and after; what was never decided in time is withdrawn. */
@Injectable()
export class RemindRepayments extends RegularWork {
  constructor(
    private readonly swaps: Swaps,
    private readonly rules: SwapRules,
    private readonly tell: TellParties,
    private readonly work: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
    logger: Logger,
  ) {
    super('reminding of shifts owed', EVERY_MS, logger);
  }

  protected round(): Promise<void> {
    return this.execute();
  }

  async execute(): Promise<void> {
    const now = this.clock.now();
    const today = localDateAt(now);
    const { remindDaysBefore } = await this.rules.policy();
    await this.each(await this.swaps.owed(addDays(today, remindDaysBefore), 'reminded'), (swap) =>
      this.remind(swap, now),
    );
    await this.each(await this.swaps.owed(addDays(today, -1), 'overdue'), (swap) => this.overdue(swap, now));
    await this.each(await this.swaps.begunBefore(now), (swap) => this.expire(swap, now));
  }

  private async remind(swap: Swap, now: Date): Promise<void> {
    const words = [`须于 ${swap.repaymentDue} 前还班`, `is to be returned by ${swap.repaymentDue}`] as const;
    await this.tell.of(swap, [swap.requester, swap.partner], 'repayment-due', ...words);
    await this.swaps.noteTold(swap.id, 'reminded', now);
    await this.swaps.tell(swap.id, { kind: 'reminded', at: now, by: BY });
  }

  private async overdue(swap: Swap, now: Date): Promise<void> {
    const to = [...new Set([swap.requester, ...(await this.tell.deciders(swap))])];
    const words = ['逾期未还班', `was not returned by ${swap.repaymentDue}`] as const;
    await this.tell.of(swap, to, 'repayment-overdue', ...words);
    await this.swaps.noteTold(swap.id, 'overdue', now);
    await this.swaps.tell(swap.id, { kind: 'overdue', at: now, by: BY });
  }

  private async expire(swap: Swap, now: Date): Promise<void> {
    await this.swaps.change(swap.id, { state: 'withdrawn' });
    await this.swaps.release(swap.id);
    await this.swaps.tell(swap.id, {
      kind: 'expired',
      note: '班次已开始 the shift has begun',
      at: now,
      by: BY,
    });
  }

  /** Each by itself, as it is once both people are locked: one that fails stops no other. */
  private async each(swaps: readonly Swap[], work: (swap: Swap) => Promise<void>): Promise<void> {
    for (const { id, requester, partner, state, repayment } of swaps) {
      try {
        await this.work.inTransaction(async () => {
          await this.swaps.lockPeople([requester, partner]);
          const swap = await this.swaps.find(id);
          if (swap?.state === state && swap.repayment === repayment) await work(swap);
        });
      } catch (error) {
        this.log.error('a swap could not be seen to; it is tried again', { swapId: id, err: error });
      }
    }
  }
}
