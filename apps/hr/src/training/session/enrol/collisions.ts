import { Injectable } from '@nestjs/common';
import type { EnrolmentWarning } from '@switchyard/contracts';
import { addDays, localDateAt } from '@switchyard/domain';
import { RosterEntries } from '../../../roster/roster-entries.port';
import { Enrolments, type Session } from '../sessions.port';

/** What a session collides with: shifts of the published roster, and other training. Told as a warning, and no obstacle. */
@Injectable()
export class Collisions {
  constructor(
    private readonly roster: RosterEntries,
    private readonly enrolments: Enrolments,
  ) {}

  async of(staffNumber: string, session: Session): Promise<readonly EnrolmentWarning[]> {
    const { startsAt, endsAt, sessionId } = session;
    // A shift belongs to the day on which it starts: one of the evening before may still run.
    const from = addDays(localDateAt(startsAt), -1);
    const shifts = await this.roster.of(staffNumber, from, localDateAt(endsAt));
    const sessions = (await this.enrolments.ofStaff(staffNumber)).filter(
      (other) => other.sessionId !== sessionId && (other.state === 'enrolled' || other.state === 'waiting'),
    );
    const overlaps = (other: { readonly from: Date; readonly to: Date }) =>
      other.from < endsAt && startsAt < other.to;
    const all = [
      ...shifts.map(({ startAt, endAt, templateCode }) => ({
        kind: 'shift' as const,
        from: startAt,
        to: endAt,
        what: templateCode,
      })),
      ...sessions.map((other) => ({
        kind: 'session' as const,
        from: other.startsAt,
        to: other.endsAt,
        what: other.titleZh,
      })),
    ];
    return all.filter(overlaps).map(({ kind, from: begin, to, what }) => ({
      kind,
      what,
      startsAt: begin.toISOString(),
      endsAt: to.toISOString(),
    }));
  }
}
