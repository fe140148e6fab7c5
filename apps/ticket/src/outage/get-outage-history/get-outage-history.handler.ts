import { Controller } from '@nestjs/common';
import {
  GetOutageHistory,
  type OutageHistory,
  type OutageHistoryEntry,
  OutageReference,
} from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { outageNotFound } from '../outage-errors';
import { Outages, type RememberedChange } from '../outages.port';

@Controller()
export class GetOutageHistoryHandler {
  constructor(private readonly outages: Outages) {}

  @Handles(GetOutageHistory)
  async handle({ outageId }: OutageReference): Promise<OutageHistory> {
    const changes = await this.outages.history(outageId);
    if (changes.length === 0) throw outageNotFound(outageId);
    return { items: changes.map(toEntry) };
  }
}

function toEntry({ at, state, ...change }: RememberedChange): OutageHistoryEntry {
  const { expectedRestorationAt } = state;
  return {
    ...change,
    at: at.toISOString(),
    state,
    ...(typeof expectedRestorationAt === 'string' && { expectedRestorationAt }),
  };
}
