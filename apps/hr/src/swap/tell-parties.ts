import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '@switchyard/platform';
import { Approvers } from '../leave/decide-leave/approvers';
import { StaffDirectory } from '../staff/staff-directory.port';
import { Reminders } from '../workplace/reminders.port';
import type { Swap } from './swaps.port';

/** Tells the two of a swap, and the head, what is theirs to do. */
@Injectable()
export class TellParties {
  constructor(
    private readonly reminders: Reminders,
    private readonly approvers: Approvers,
    private readonly staff: StaffDirectory,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @param key tells the occasion; the same is told once */
  async of(swap: Swap, to: readonly string[], key: string, zh: string, en: string): Promise<void> {
    const parties = [swap.requester, swap.partner];
    await this.reminders.add(
      to.map((staffNumber) => ({
        staffNumber,
        kind: 'swap',
        titleZh: `${swap.requesterName} 与 ${swap.partnerName} 的替换班${zh}`,
        titleEn: `Swap of ${swap.requesterName} and ${swap.partnerName}: ${en}`,
        link: parties.includes(staffNumber) ? `/me/swaps/${swap.id}` : `/swaps/${swap.id}`,
        onceKey: `swap:${swap.id}:${key}:${staffNumber}`,
      })),
      this.clock.now(),
    );
  }

  /** Who may decide about it today: the head of the requester, neither of the two. */
  async deciders({ requester, partner }: Swap): Promise<readonly string[]> {
    const member = await this.staff.find(requester);
    if (!member) return [];
    const { staffNumbers } = (await this.approvers.today())('head', member);
    return staffNumbers.filter((staffNumber) => staffNumber !== partner);
  }
}
