import { Controller, Inject } from '@nestjs/common';
import { GetOutage, OutageReference, type OutageView } from '@switchyard/contracts';
import { CLOCK, type Clock, Handles } from '@switchyard/platform';
import { outageNotFound } from '../outage-errors';
import { toOutageView } from '../outage-view';
import { Outages } from '../outages.port';

@Controller()
export class GetOutageHandler {
  constructor(
    private readonly outages: Outages,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Handles(GetOutage)
  async handle({ outageId }: OutageReference): Promise<OutageView> {
    const outage = await this.outages.find(outageId);
    if (!outage) throw outageNotFound(outageId);
    return toOutageView(outage, this.clock.now());
  }
}
