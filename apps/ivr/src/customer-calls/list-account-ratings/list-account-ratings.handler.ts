import { Controller } from '@nestjs/common';
import { type AccountRatingPage, ListAccountRatings, ListAccountRatingsRequest } from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { CustomerCalls } from '../customer-calls.port';

@Controller()
export class ListAccountRatingsHandler {
  constructor(private readonly calls: CustomerCalls) {}

  @Handles(ListAccountRatings)
  async handle({ accountNo, limit = 50, cursor }: ListAccountRatingsRequest): Promise<AccountRatingPage> {
    const page = await this.calls.ratings(accountNo, limit, cursor);
    const items = page.items.map(({ ratedAt, ...rating }) => ({ ...rating, ratedAt: ratedAt.toISOString() }));
    return { items, nextCursor: page.nextCursor };
  }
}
