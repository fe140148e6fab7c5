import { Controller } from '@nestjs/common';
import {
  ListRetentionRemovals,
  type ListRetentionRemovalsRequest,
  type RetentionRemovalPage,
} from '@switchyard/contracts';
import { CURSOR_PARTS, decodeCursor, Handles, pageOf } from '@switchyard/platform';
import { Removals } from './removals.port';

const DEFAULT_LIMIT = 50;

@Controller()
export class ListRemovalsHandler {
  constructor(private readonly removals: Removals) {}

  @Handles(ListRetentionRemovals)
  async handle(request: ListRetentionRemovalsRequest): Promise<RetentionRemovalPage> {
    const { cursor, limit = DEFAULT_LIMIT, what, from, to } = request;
    const filter = {
      ...(what === undefined ? {} : { what }),
      ...(from === undefined ? {} : { from: new Date(from) }),
      ...(to === undefined ? {} : { to: new Date(to) }),
    };
    const [beforeId] = cursor === undefined ? [] : decodeCursor(cursor, CURSOR_PARTS.integer);
    const page = pageOf(await this.removals.list(filter, limit, beforeId), limit, ({ id }) => [id]);
    return {
      ...page,
      items: page.items.map(({ removedAt, what, item, keptSince, days }) => ({
        removedAt: removedAt.toISOString(),
        what,
        item,
        keptSince: keptSince.toISOString(),
        days,
      })),
    };
  }
}
