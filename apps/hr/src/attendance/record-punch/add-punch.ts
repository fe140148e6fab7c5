import { Inject, Injectable } from '@nestjs/common';
import { ATTENDANCE_ERRORS } from '@switchyard/contracts';
import { CLOCK, type Clock, DomainError } from '@switchyard/platform';
import { type NewPunch, type Punch, Punches } from '../punches.port';

/** A clock that is a little ahead is no future. */
const AHEAD_MS = 2 * 60_000;
const LONGEST_AGO_MS = 400 * 86_400_000;

/** Records a punch once per reference; it is never changed afterwards but in whether it counts. */
@Injectable()
export class AddPunch {
  constructor(
    private readonly punches: Punches,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * To be called in a transaction. `isNew` is false for one that was recorded before.
   * @throws DomainError `punch.bad-time`, `punch.reference-reused`
   */
  async execute(punch: NewPunch): Promise<{ readonly punch: Punch; readonly isNew: boolean }> {
    this.assertTime(punch.at);
    const isNew = await this.punches.add(punch);
    const stored = await this.punches.ofReference(punch.reference);
    if (!stored) throw new Error(`punch ${punch.reference} was neither written nor there`);
    if (!isNew && !isSame(stored, punch)) {
      throw new DomainError(
        ATTENDANCE_ERRORS.punchReference,
        'Another punch was recorded under this reference; give a reference of its own to each.',
        { field: 'reference' },
      );
    }
    return { punch: stored, isNew };
  }

  private assertTime(at: Date): void {
    const now = this.clock.now().getTime();
    if (at.getTime() <= now + AHEAD_MS && at.getTime() >= now - LONGEST_AGO_MS) return;
    throw new DomainError(
      ATTENDANCE_ERRORS.punchBadTime,
      'A punch lies in the past, and at most 400 days ago; correct the time.',
      { field: 'at' },
    );
  }
}

function isSame(one: Punch, other: NewPunch): boolean {
  return (
    one.staffNumber === other.staffNumber &&
    one.direction === other.direction &&
    one.at.getTime() === other.at.getTime()
  );
}
