import { Controller, Inject } from '@nestjs/common';
import { ListOutages, ListOutagesRequest, type OutagePage } from '@switchyard/contracts';
import { CLOCK, type Clock, Handles } from '@switchyard/platform';
import { toOutageView } from '../outage-view';
import { Outages } from '../outages.port';

@Controller()
export class ListOutagesHandler {
  constructor(
    private readonly outages: Outages,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Handles(ListOutages)
  async handle(request: ListOutagesRequest): Promise<OutagePage> {
    const { limit = 50, cursor, startsFrom, startsBefore, ...filter } = request;
    const now = this.clock.now();
    const between = {
      ...(startsFrom !== undefined && { startsFrom: new Date(startsFrom) }),
      ...(startsBefore !== undefined && { startsBefore: new Date(startsBefore) }),
    };
    const page = await this.outages.list({ ...filter, ...between }, now, limit, cursor);
    return { items: page.items.map((outage) => toOutageView(outage, now)), nextCursor: page.nextCursor };
  }
}
