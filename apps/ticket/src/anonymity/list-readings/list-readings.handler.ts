import { Controller, Inject } from '@nestjs/common';
import {
  type IdentityReadingPage,
  ListIdentityReadings,
  ListIdentityReadingsRequest,
} from '@switchyard/contracts';
import { CLOCK, type Clock, Handles } from '@switchyard/platform';
import { toReadingView } from '../reading-view';
import { Readings } from '../readings.port';

@Controller()
export class ListReadingsHandler {
  constructor(
    private readonly readings: Readings,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Handles(ListIdentityReadings)
  async handle({ limit = 50, cursor, ...filter }: ListIdentityReadingsRequest): Promise<IdentityReadingPage> {
    const now = this.clock.now();
    const page = await this.readings.list(filter, now, limit, cursor);
    return { items: page.items.map((reading) => toReadingView(reading, now)), nextCursor: page.nextCursor };
  }
}
