import { Controller } from '@nestjs/common';
import {
  ListStandingChanges,
  ListStandingChangesRequest,
  type StandingChangePage,
} from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { Standings } from './standings.port';

@Controller()
export class ListStandingChangesHandler {
  constructor(private readonly standings: Standings) {}

  @Handles(ListStandingChanges)
  async handle(request: ListStandingChangesRequest): Promise<StandingChangePage> {
    const { limit = 50, cursor, from, to, ...filter } = request;
    const between = {
      ...(from !== undefined && { from: new Date(from) }),
      ...(to !== undefined && { to: new Date(to) }),
    };
    const page = await this.standings.changes({ ...filter, ...between }, limit, cursor);
    const items = page.items.map(({ at, ...change }) => ({ ...change, at: at.toISOString() }));
    return { items, nextCursor: page.nextCursor };
  }
}
