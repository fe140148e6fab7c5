import { Module } from '@nestjs/common';
import { AccountReviewController } from './account-review.controller';
import { AccountReviews } from './account-reviews.port';
import { DecideItem } from './decide-item';
import { OpenReview } from './open-review';
import { PgAccountReviews } from './persistence/pg-account-reviews';
import { ReviewPolicies } from './review-policy';

/** The periodic review of accounts and what they may do (§1). */
@Module({
  controllers: [AccountReviewController],
  providers: [
    DecideItem,
    OpenReview,
    ReviewPolicies,
    { provide: AccountReviews, useClass: PgAccountReviews },
  ],
})
export class AccountReviewModule {}
