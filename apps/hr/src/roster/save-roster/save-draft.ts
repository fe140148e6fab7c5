import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock, UnitOfWork } from '@switchyard/platform';
import { entriesOfCells } from '../cells';
import type { Cell } from '../changes.port';
import type { NewRosterEntry } from '../roster-entries.port';
import { assertRevision, assertState, rosterNotFound } from '../roster-refusals';
import { type CellKey, type Roster, Rosters } from '../rosters.port';
import { ShiftTemplates } from '../shift-templates.port';

export interface DraftChange {
  readonly rosterId: string;
  readonly revision: number;
  /** Days of people that are filled anew. */
  readonly out: readonly CellKey[] | 'all';
  readonly by: string;
}

/**
 * Saves into a draft; what it violates is told by the checks, not refused here.
 * @throws DomainError `roster.not-found`, `roster.not-allowed-in-state`, `roster.version-conflict`, `roster.entries-invalid`
 */
@Injectable()
export class SaveDraft {
  constructor(
    private readonly rosters: Rosters,
    private readonly templates: ShiftTemplates,
    private readonly work: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async cells(change: DraftChange, cells: readonly Cell[]): Promise<Roster> {
    return this.entries(change, await entriesOfCells(cells, change.rosterId, this.templates));
  }

  entries(change: DraftChange, add: readonly NewRosterEntry[]): Promise<Roster> {
    const { rosterId, revision, out, by } = change;
    return this.work.inTransaction(async () => {
      const roster = await this.rosters.lock(rosterId);
      if (!roster) throw rosterNotFound(rosterId);
      assertState(roster, 'draft');
      assertRevision(roster, revision);
      await this.rosters.redraft(rosterId, out, add, by, this.clock.now());
      return (await this.rosters.find(rosterId)) ?? roster;
    });
  }
}
