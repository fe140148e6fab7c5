import { Controller } from '@nestjs/common';
import { DiscardRoster, RosterReference, type RosterView } from '@switchyard/contracts';
import { Handles, UnitOfWork } from '@switchyard/platform';
import { assertState, rosterNotFound } from '../roster-refusals';
import { toRosterView } from '../roster-views';
import { Rosters } from '../rosters.port';

@Controller()
export class DiscardRosterHandler {
  constructor(
    private readonly rosters: Rosters,
    private readonly work: UnitOfWork,
  ) {}

  @Handles(DiscardRoster)
  handle({ rosterId }: RosterReference): Promise<RosterView> {
    return this.work.inTransaction(async () => {
      const roster = await this.rosters.lock(rosterId);
      if (!roster) throw rosterNotFound(rosterId);
      assertState(roster, 'draft');
      await this.rosters.discard(rosterId);
      return toRosterView((await this.rosters.find(rosterId)) ?? roster);
    });
  }
}
