import { Inject, Injectable } from '@nestjs/common';
import { addDays } from '@switchyard/domain';
import { CLOCK, type Clock } from '@switchyard/platform';
import { AttendanceDue } from '../attendance/attendance-due.port';
import { type NewRosterEntry, RosterEntries, type RosterEntry } from '../roster/roster-entries.port';
import { type Swap, Swaps } from './swaps.port';

/** Puts shifts into the hands of the other, all of a swap at once. */
@Injectable()
export class ExchangeShifts {
  constructor(
    private readonly roster: RosterEntries,
    private readonly swaps: Swaps,
    private readonly attendance: AttendanceDue,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** To be called in a transaction, with the shifts locked. @throws DomainError of `RosterEntries.replace` */
  async execute(
    { id, requester, partner }: Swap,
    given: readonly RosterEntry[],
    taken: readonly RosterEntry[],
    by: string,
  ): Promise<void> {
    const added = await this.roster.replace({
      end: [...given, ...taken].map((entry) => entry.id),
      add: [...given.map((entry) => to(partner, entry)), ...taken.map((entry) => to(requester, entry))],
      reason: `替换班 swap ${id}`,
      by,
      at: this.clock.now(),
    });
    const ids = added.map((entry) => entry.id);
    if (given.length > 0) await this.swaps.exchanged(id, 'given', ids.slice(0, given.length));
    if (taken.length > 0) await this.swaps.exchanged(id, 'taken', ids.slice(given.length));
    const days = [...given, ...taken].map(({ workDate }) => workDate);
    await this.attendance.mark(
      [requester, partner].flatMap((staffNumber) =>
        days.map((day) => ({ staffNumber, from: addDays(day, -1), to: addDays(day, 1) })),
      ),
    );
  }
}

function to(staffNumber: string, { id: _, state: _state, ...entry }: RosterEntry): NewRosterEntry {
  return { ...entry, staffNumber };
}
