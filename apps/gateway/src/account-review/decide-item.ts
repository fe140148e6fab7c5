import { Inject, Injectable } from '@nestjs/common';
import { COMMON_ERRORS, type RequestContext } from '@switchyard/contracts';
import { CLOCK, type Clock, DomainError, UnitOfWork } from '@switchyard/platform';
import { ChangeUserUseCase } from '../users/change-user/change-user.use-case';
import { Users } from '../users/users.port';
import type { Role } from '../access/roles';
import { AccountReviews, type ReviewDecision, type ReviewItem } from './account-reviews.port';

export interface DecideCommand {
  readonly reviewId: string;
  readonly userId: string;
  readonly decision: ReviewDecision;
  readonly withdrawnRoles?: readonly Role[];
  readonly reason?: string;
}

/**
 * Keeps an account as it is, withdraws roles, or switches it off. Nobody decides on their own account; a decision is
 * final in its review.
 * @throws DomainError `account-review-item.not-found`, `account-review.own-account`,
 * `account-review.already-decided`, `account-review.already-closed`, `user.last-admin`
 */
@Injectable()
export class DecideItem {
  constructor(
    private readonly reviews: AccountReviews,
    private readonly users: Users,
    private readonly change: ChangeUserUseCase,
    private readonly work: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  execute(command: DecideCommand, { actor }: RequestContext): Promise<ReviewItem> {
    const { reviewId, userId, decision, withdrawnRoles = [], reason } = command;
    return this.work.inTransaction(async () => {
      await this.assertOpen(command, actor.id);
      if (decision === 'switched-off') {
        await this.change.execute({ id: userId, active: false });
        await this.users.change(userId, { switchedOffBy: 'review' }, this.clock.now());
      }
      if (decision === 'roles-withdrawn') await this.withdraw(userId, withdrawnRoles);
      await this.reviews.decide(reviewId, userId, {
        decision,
        decidedAt: this.clock.now(),
        decidedBy: actor.id,
        ...(decision === 'roles-withdrawn' && { withdrawnRoles }),
        ...(reason !== undefined && { reason }),
      });
      return (await this.reviews.lockItem(reviewId, userId)) as ReviewItem;
    });
  }

  private async assertOpen({ reviewId, userId }: DecideCommand, actorId: string): Promise<void> {
    const review = await this.reviews.find(reviewId);
    const item = review && (await this.reviews.lockItem(reviewId, userId));
    if (!item) {
      throw new DomainError('account-review-item.not-found', `This review has no account ${userId}.`, {
        userId,
      });
    }
    if (item.userId === actorId) {
      throw new DomainError(
        'account-review.own-account',
        'This is your own account; somebody else decides on it.',
        {
          userId,
        },
      );
    }
    if (item.decision !== undefined) {
      throw new DomainError(
        'account-review.already-decided',
        'This account was decided on; change it under users.',
        {
          userId,
          decision: item.decision,
          decidedBy: item.decidedBy,
        },
      );
    }
    if (review?.closedAt) {
      throw new DomainError('account-review.already-closed', 'A newer review was opened; decide there.', {
        reviewId,
      });
    }
  }

  private async withdraw(userId: string, withdrawn: readonly Role[]): Promise<void> {
    const user = await this.users.lock(userId);
    const missing = withdrawn.filter((role) => !user?.roles.includes(role));
    if (!user || withdrawn.length === 0 || missing.length > 0) {
      throw new DomainError(
        COMMON_ERRORS.invalid,
        withdrawn.length === 0
          ? 'Name the roles that are withdrawn.'
          : `The account has no role ${missing.join(', ')}; see its roles.`,
        { fields: [{ field: 'withdrawnRoles', problems: ['must name roles of the account'] }] },
      );
    }
    await this.change.execute({ id: userId, roles: user.roles.filter((role) => !withdrawn.includes(role)) });
  }
}
