import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { COMMON_ERRORS, type RequestContext } from '@switchyard/contracts';
import {
  CLOCK,
  type Clock,
  DomainError,
  Logger,
  MetricsRegistry,
  RegularWork,
  systemContext,
} from '@switchyard/platform';
import { type AccountReview, AccountReviews } from './account-reviews.port';
import { monthsLater, ReviewPolicies } from './review-policy';

const EVERY_MS = 60 * 60_000;
/** The other services may start later than the gateway. */
const FIRST_AFTER_MS = 5 * 60_000;
const DAY_MS = 86_400_000;

/** Opens the periodic review of accounts when the months of the policy are over (§1), and tells of one that is overdue. */
@Injectable()
export class OpenReview extends RegularWork {
  constructor(
    private readonly reviews: AccountReviews,
    private readonly policies: ReviewPolicies,
    private readonly metrics: MetricsRegistry,
    @Inject(CLOCK) private readonly clock: Clock,
    logger: Logger,
  ) {
    super('opening the review of accounts', EVERY_MS, logger, { firstAfterMs: FIRST_AFTER_MS });
  }

  /** Opens one by hand, whenever the last one was. */
  async open(context: RequestContext): Promise<AccountReview> {
    const now = this.clock.now();
    const { dueDays } = await this.policies.inForce(now, context);
    const opened = await this.reviews.open({
      id: randomUUID(),
      openedAt: now,
      openedBy: context.actor.id,
      dueAt: new Date(now.getTime() + dueDays * DAY_MS),
    });
    if (!opened) throw new Error('a review that waits for no other was not opened');
    return opened;
  }

  /** Opens one when it is time; where there was none yet, at once. */
  async round(): Promise<void> {
    const now = this.clock.now();
    const newest = await this.reviews.newest();
    this.tellOverdue(newest, now);
    const context = systemContext('gateway');
    try {
      const { everyMonths, dueDays } = await this.policies.inForce(now, context);
      if (newest && monthsLater(newest.openedAt, everyMonths) > now) return;
      const dueAt = new Date(now.getTime() + dueDays * DAY_MS);
      const opened = await this.reviews.open(
        { id: randomUUID(), openedAt: now, openedBy: context.actor.id, dueAt },
        newest?.openedAt ?? new Date(0),
      );
      if (opened)
        this.log.warn('accounts are to be reviewed', { review: opened.id, accounts: opened.accounts });
    } catch (error) {
      // hr is away: the next round asks again.
      if (!(error instanceof DomainError) || error.code !== COMMON_ERRORS.unavailable) throw error;
    }
  }

  private tellOverdue(review: AccountReview | undefined, now: Date): void {
    const left = review && !review.closedAt && review.dueAt < now ? review.accounts - review.decided : 0;
    this.metrics
      .gauge({
        name: 'account_review_overdue_accounts',
        help: 'Accounts that nobody has decided on in a review whose time is over.',
      })
      .set(left);
    if (left > 0) this.log.warn('accounts were not reviewed in time', { review: review?.id, accounts: left });
  }
}
