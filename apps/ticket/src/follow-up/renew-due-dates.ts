import { Inject, Injectable } from '@nestjs/common';
import { followUpDue } from '@switchyard/domain';
import { CLOCK, type Clock, Logger, RegularWork, systemContext, UnitOfWork } from '@switchyard/platform';
import type { FollowUp } from './follow-up';
import { FollowUpRules, type FollowUpRulesInForce } from './follow-up-rules';
import { FollowUps } from './follow-ups.port';

const EVERY_MS = 60_000;
const BATCH = 200;

/** Due dates beyond the calendar are reckoned again until it knows their days, as those of the time limits are. */
@Injectable()
export class RenewDueDates extends RegularWork {
  constructor(
    private readonly followUps: FollowUps,
    private readonly rules: FollowUpRules,
    private readonly work: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
    logger: Logger,
  ) {
    super('due dates of follow-ups beyond the calendar', EVERY_MS, logger);
  }

  async round(): Promise<void> {
    let after: string | undefined;
    for (;;) {
      const items = await this.followUps.provisional(after, BATCH);
      for (const { id } of items) {
        if (this.stopping) return;
        await this.tryToRenew(id);
      }
      after = items.at(-1)?.id;
      if (items.length < BATCH) return;
    }
  }

  private async tryToRenew(id: string): Promise<void> {
    try {
      await this.work.inTransaction(() => this.renew(id));
    } catch (error) {
      this.log.error(`the due date of follow-up ${id} could not be renewed`, { err: error, itemId: id });
    }
  }

  private async renew(id: string): Promise<void> {
    const [item] = await this.followUps.lock([id]);
    if (!item?.provisional || item.endedAt) return;
    const renewed = renewedDue(item, await this.rules.at(item.arisesAt));
    if (!renewed.provisional)
      await this.followUps.save({ ...item, ...renewed }, systemContext('ticket').actor.id, this.clock.now());
  }
}

const renewedDue = (
  { arisesAt, customerKind }: FollowUp,
  { policy, calendar, closes }: FollowUpRulesInForce,
) => followUpDue(arisesAt, customerKind, policy, calendar, closes);
