import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { RequestContext } from '@switchyard/contracts';
import { isEarlyEnough, localDateAt } from '@switchyard/domain';
import { CLOCK, type Clock, UnitOfWork } from '@switchyard/platform';
import { Policies } from '../../policy/policies';
import { type Cell, type RosterChange, RosterChanges } from '../changes.port';
import { assertState, rosterNotFound } from '../roster-refusals';
import { Rosters } from '../rosters.port';
import { ApplyChange } from './apply-change';

/**
 * Changes a published roster (L266): at once where every day touched lies the policy's notice ahead, else when all whom it
 * touches earlier have consented. What is over is not changed.
 * @throws DomainError `roster.violated`, `roster.entries-invalid`, `roster.not-allowed-in-state`, `roster-entry.overlap` …
 */
@Injectable()
export class ChangeRosterUseCase {
  constructor(
    private readonly rosters: Rosters,
    private readonly changes: RosterChanges,
    private readonly apply: ApplyChange,
    private readonly policies: Policies,
    private readonly work: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(
    rosterId: string,
    cells: readonly Cell[],
    reason: string,
    { actor }: RequestContext,
  ): Promise<RosterChange> {
    const now = this.clock.now();
    const today = localDateAt(now);
    const { noticeDays } = await this.policies.inForce('roster', now);
    const late = cells.filter(({ date }) => !isEarlyEnough(today, date, noticeDays));
    const asked = [...new Set(late.map(({ staffNumber }) => staffNumber))].sort();
    return this.work.inTransaction(async () => {
      const roster = await this.rosters.lock(rosterId);
      if (!roster) throw rosterNotFound(rosterId);
      assertState(roster, 'published');
      const effect = await this.apply.effectOf(roster, cells);
      const settled = asked.length === 0;
      const change: RosterChange = {
        id: randomUUID(),
        rosterId,
        cells,
        reason,
        violations: effect.violations,
        state: settled ? 'applied' : 'awaiting-consent',
        askedAt: now,
        askedBy: actor.id,
        consents: asked.map((staffNumber) => ({ staffNumber })),
        ...(settled && { settledAt: now }),
      };
      await this.changes.add(change);
      if (settled) await this.apply.apply(roster, change, effect, actor.id);
      return change;
    });
  }
}
