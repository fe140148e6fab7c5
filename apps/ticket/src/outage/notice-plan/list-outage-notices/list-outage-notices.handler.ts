import { Controller } from '@nestjs/common';
import { ListOutageNotices, ListOutageNoticesRequest, type OutageNoticePage } from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { toOutageNoticeView } from '../notice-plan-view';
import { NoticePlans } from '../notice-plans.port';

@Controller()
export class ListOutageNoticesHandler {
  constructor(private readonly plans: NoticePlans) {}

  @Handles(ListOutageNotices)
  async handle({ limit = 50, cursor, ...filter }: ListOutageNoticesRequest): Promise<OutageNoticePage> {
    const page = await this.plans.list(filter, limit, cursor);
    return { items: page.items.map(toOutageNoticeView), nextCursor: page.nextCursor };
  }
}
