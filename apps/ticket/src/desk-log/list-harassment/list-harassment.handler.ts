import { Controller } from '@nestjs/common';
import { type HarassmentPage, ListHarassment, ListHarassmentRequest } from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { toHarassmentView } from '../desk-log-view';
import { HarassmentLog } from '../harassment.port';

@Controller()
export class ListHarassmentHandler {
  constructor(private readonly log: HarassmentLog) {}

  @Handles(ListHarassment)
  async handle(request: ListHarassmentRequest): Promise<HarassmentPage> {
    const { limit = 50, cursor, phone, from, before } = request;
    const filter = {
      phone,
      ...(from !== undefined && { from: new Date(from) }),
      ...(before !== undefined && { before: new Date(before) }),
    };
    const page = await this.log.list(filter, limit, cursor);
    return { items: page.items.map(toHarassmentView), nextCursor: page.nextCursor };
  }
}
