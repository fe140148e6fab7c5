import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { PageRequest, type RequestContext } from '@switchyard/contracts';
import { CLOCK, type Clock, DomainError } from '@switchyard/platform';
import { Permission } from '../access/permission.decorator';
import { permissionsOf } from '../access/roles';
import { ApiPage } from '../openapi/api-page.decorator';
import { ApiProblems } from '../openapi/api-problems.decorator';
import { Context } from '../request-context/context.decorator';
import {
  AccountReviewView,
  DecisionBody,
  ReviewItemPath,
  ReviewItemsQuery,
  ReviewItemView,
  ReviewPath,
  toItemView,
  toReviewView,
} from './account-review.dto';
import { AccountReviews } from './account-reviews.port';
import { DecideItem } from './decide-item';
import { OpenReview } from './open-review';

@ApiTags('users')
@ApiBearerAuth()
@Controller('account-reviews')
export class AccountReviewController {
  constructor(
    private readonly reviews: AccountReviews,
    private readonly opening: OpenReview,
    private readonly deciding: DecideItem,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Permission('user:read')
  @ApiOperation({ summary: 'Reviews of accounts, the newest first' })
  @ApiPage(AccountReviewView)
  async list(
    @Query() { limit = 50, cursor }: PageRequest,
  ): Promise<{ items: AccountReviewView[]; nextCursor?: string }> {
    const page = await this.reviews.list(limit, cursor);
    return { ...page, items: page.items.map((review) => toReviewView(review, this.clock.now())) };
  }

  @Post()
  @Permission('user:write')
  @ApiOperation({
    summary: 'Open a review now, before the months of the policy account-review are over',
    description:
      'It lists every account that is on. One that is open is closed; what was not decided in it stays so.',
  })
  @ApiCreatedResponse({ type: AccountReviewView })
  async open(@Context() context: RequestContext): Promise<AccountReviewView> {
    return toReviewView(await this.opening.open(context), this.clock.now());
  }

  @Get(':reviewId')
  @Permission('user:read')
  @ApiOperation({ summary: 'How far a review is' })
  @ApiOkResponse({ type: AccountReviewView })
  @ApiProblems(404)
  async one(@Param() { reviewId }: ReviewPath): Promise<AccountReviewView> {
    const review = await this.reviews.find(reviewId);
    if (review) return toReviewView(review, this.clock.now());
    throw new DomainError('account-review.not-found', `There is no review ${reviewId}.`, { reviewId });
  }

  @Get(':reviewId/accounts')
  @Permission('user:read')
  @ApiOperation({
    summary: 'Accounts with what they may do, and what was decided; undecided ones are the report',
  })
  @ApiPage(ReviewItemView)
  async items(
    @Param() { reviewId }: ReviewPath,
    @Query() { limit = 50, cursor, ...filter }: ReviewItemsQuery,
  ): Promise<{ items: ReviewItemView[]; nextCursor?: string }> {
    const page = await this.reviews.items(reviewId, filter, limit, cursor);
    return { ...page, items: page.items.map((item) => toItemView(item, permissionsOf)) };
  }

  @Post(':reviewId/accounts/:userId/decision')
  @Permission('user:write')
  @HttpCode(200)
  @ApiOperation({ summary: "Keep somebody else's account, withdraw roles, or switch it off" })
  @ApiOkResponse({ type: ReviewItemView })
  @ApiProblems(404, 409, 422)
  async decide(
    @Param() path: ReviewItemPath,
    @Body() body: DecisionBody,
    @Context() context: RequestContext,
  ): Promise<ReviewItemView> {
    return toItemView(await this.deciding.execute({ ...path, ...body }, context), permissionsOf);
  }
}
