import { Controller } from '@nestjs/common';
import { type AccountNoticePage, ListAccountNotices, ListAccountNoticesRequest } from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { CustomerCalls } from '../customer-calls.port';

@Controller()
export class ListAccountNoticesHandler {
  constructor(private readonly calls: CustomerCalls) {}

  @Handles(ListAccountNotices)
  async handle({ accountNo, limit = 50, cursor }: ListAccountNoticesRequest): Promise<AccountNoticePage> {
    const page = await this.calls.notices(accountNo, limit, cursor);
    const items = page.items.map(({ disposedAt, createdAt, ...notice }) => ({
      ...notice,
      disposedAt: disposedAt?.toISOString(),
      createdAt: createdAt.toISOString(),
    }));
    return { items, nextCursor: page.nextCursor };
  }
}
