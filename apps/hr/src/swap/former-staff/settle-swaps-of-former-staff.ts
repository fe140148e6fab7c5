import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock, Logger, UnitOfWork } from '@switchyard/platform';
import { StaffDirectory } from '../../staff/staff-directory.port';
import { type Swap, Swaps } from '../swaps.port';
import { TellParties } from '../tell-parties';

const BY = 'system:hr';
const NOTE = '一方已离职 one of the two has left';

/** No swap waits for somebody who has left: what is asked for is withdrawn, what is owed lapses, and the head is told. */
@Injectable()
export class SettleSwapsOfFormerStaff {
  private readonly log: Logger;

  constructor(
    private readonly swaps: Swaps,
    private readonly tell: TellParties,
    private readonly staff: StaffDirectory,
    private readonly work: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
    logger: Logger,
  ) {
    this.log = logger.named('FormerStaff');
  }

  async execute(): Promise<void> {
    for (const { id, requester, partner } of await this.swaps.ofFormerStaff()) {
      try {
        await this.work.inTransaction(async () => {
          await this.swaps.lockPeople([requester, partner]);
          const swap = await this.swaps.find(id);
          if (swap) await this.settle(swap);
        });
      } catch (error) {
        this.log.error('a swap of somebody who left stays; it is tried again', { swapId: id, err: error });
      }
    }
  }

  private async settle(swap: Swap): Promise<void> {
    const { id, state, repayment } = swap;
    if (state === 'proposed' || state === 'consented') {
      await this.swaps.change(id, { state: 'withdrawn', note: NOTE });
      await this.swaps.release(id);
      await this.note(swap, 'withdrawn', ['因一方离职作罢', 'is withdrawn, for one of them has left']);
    } else if (state === 'approved' && (repayment === 'owed' || repayment === 'proposed')) {
      await this.swaps.dropReturn(id);
      await this.swaps.change(id, { repayment: 'none', returnProposedBy: null, note: NOTE });
      await this.note(swap, 'repayment-lapsed', [
        '因一方离职不再还班，如有欠班请另行补偿',
        'is not returned any more, for one of them has left; make good what is owed in another way',
      ]);
    }
  }

  private async note(swap: Swap, kind: string, [zh, en]: readonly [string, string]): Promise<void> {
    await this.swaps.tell(swap.id, { kind, note: NOTE, at: this.clock.now(), by: BY });
    const two = await this.staff.list({ staffNumbers: [swap.requester, swap.partner] });
    const here = two.filter(({ status }) => status !== 'left').map(({ staffNumber }) => staffNumber);
    const to = [...new Set([...here, ...(await this.tell.deciders(swap))])];
    await this.tell.of(swap, to, kind, zh, en);
  }
}
