import { Inject, Injectable } from '@nestjs/common';
import { ROSTER_ERRORS } from '@switchyard/contracts';
import { broughtBy, checkRoster, type LocalDate, localDateAt, type Violation } from '@switchyard/domain';
import { CLOCK, type Clock, DomainError } from '@switchyard/platform';
import { AttendanceDue } from '../../attendance/attendance-due.port';
import { entriesOfCells } from '../cells';
import type { Cell, RosterChange } from '../changes.port';
import { type NewRosterEntry, RosterEntries, type RosterEntry } from '../roster-entries.port';
import { RosterFactsReader } from '../roster-facts-reader';
import { assertNothingHard } from '../roster-refusals';
import { type Roster, Rosters } from '../rosters.port';
import { ShiftTemplates } from '../shift-templates.port';

export interface Effect {
  readonly end: readonly RosterEntry[];
  readonly add: readonly NewRosterEntry[];
  /** What it brings against the rules, all soft. */
  readonly violations: readonly Violation[];
}

/** Reckons and applies changes of published rosters; to be called with the roster locked. */
@Injectable()
export class ApplyChange {
  constructor(
    private readonly rosters: Rosters,
    private readonly entries: RosterEntries,
    private readonly templates: ShiftTemplates,
    private readonly facts: RosterFactsReader,
    private readonly attendance: AttendanceDue,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError `roster.violated` for a hard violation that was not there, `roster.entries-invalid` */
  async effectOf(roster: Roster, cells: readonly Cell[]): Promise<Effect> {
    assertNotOver(cells, localDateAt(this.clock.now()));
    const current = await this.rosters.entriesOf(roster.id);
    const touched = new Set(cells.map(({ staffNumber, date }) => `${staffNumber} ${date}`));
    const isTouched = ({ staffNumber, workDate }: RosterEntry) => touched.has(`${staffNumber} ${workDate}`);
    const end = current.filter(isTouched);
    const add = await entriesOfCells(cells, roster.id, this.templates);
    const after = await this.facts.read(roster, [...current.filter((entry) => !isTouched(entry)), ...add]);
    const before = { ...after, shifts: current };
    const violations = broughtBy(checkRoster(before), checkRoster(after));
    assertNothingHard(violations);
    return { end, add, violations };
  }

  /** @throws DomainError `roster-entry.ended`, `roster-entry.overlap` */
  async apply(
    roster: Roster,
    { cells, reason }: Pick<RosterChange, 'cells' | 'reason'>,
    effect: Effect,
    by: string,
  ): Promise<void> {
    const at = this.clock.now();
    const { end, add, violations } = effect;
    await this.entries.replace({ end: end.map(({ id }) => id), add, reason, by, at });
    // A shift that has begun may have been reckoned already.
    await this.attendance.mark(
      [...end, ...add].map(({ staffNumber, workDate }) => ({ staffNumber, from: workDate, to: workDate })),
    );
    const shifts = roster.shifts - end.length + add.length;
    const version = {
      version: roster.version + 1,
      madeAt: at,
      madeBy: by,
      reason,
      shifts,
      cells,
      violations,
    };
    await this.rosters.addVersion(roster.id, version);
  }
}

function assertNotOver(cells: readonly Cell[], today: LocalDate): void {
  const over = cells.findIndex(({ date }) => date < today);
  if (over < 0) return;
  const problem = `${cells[over]?.date} is over; what was worked is corrected in attendance`;
  throw new DomainError(ROSTER_ERRORS.entriesInvalid, `${problem}.`, {
    fields: [{ field: `cells[${over}].date`, problems: [problem] }],
  });
}
