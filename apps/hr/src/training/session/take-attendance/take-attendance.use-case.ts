import { Inject, Injectable } from '@nestjs/common';
import {
  type RequestContext,
  TRAINING_SESSION_ERRORS,
  type TrainingAttendanceRow,
  type TrainingAttendanceTaken,
} from '@switchyard/contracts';
import { CLOCK, type Clock, DomainError, UnitOfWork } from '@switchyard/platform';
import { TrainedStaff } from '../../people/trained-staff';
import { ExcuseFromDesk } from './excuse-from-desk';
import { CreditAttendance } from '../../record/credit-attendance';
import { sessionInState, sessionNotFound } from '../session-views';
import { Enrolments, type Session, Sessions } from '../sessions.port';

/** Who was there: credits hours, completes courses, issues certificates (§15). */
@Injectable()
export class TakeAttendance {
  constructor(
    private readonly sessions: Sessions,
    private readonly enrolments: Enrolments,
    private readonly credit: CreditAttendance,
    private readonly excuse: ExcuseFromDesk,
    private readonly staff: TrainedStaff,
    private readonly work: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @throws DomainError `training-session.not-found`, `training-session.not-allowed-in-state`,
   * `training-attendance.invalid`, `staff.not-found`
   */
  async execute(
    sessionId: string,
    rows: readonly TrainingAttendanceRow[],
    { actor }: RequestContext,
  ): Promise<TrainingAttendanceTaken> {
    await this.staff.assertKnown(rows.map(({ staffNumber }) => staffNumber));
    const made = { at: this.clock.now(), by: actor.id };
    return this.work.inTransaction(async () => {
      const session = await this.begun(sessionId);
      const said = checked(rows, session);
      await this.enrolments.take(sessionId, said, made);
      const certificates = await this.credit.execute(session, said, made);
      await this.excuse.execute(session, said, made.by);
      const unknown = await this.enrolments.unknown(sessionId);
      if (unknown === 0 && rows.length > 0) await this.sessions.setState(sessionId, 'held');
      const attended = said.filter((row) => row.attended).length;
      return { attended, absent: said.length - attended, unknown, certificates: [...certificates] };
    });
  }

  private async begun(sessionId: string): Promise<Session> {
    const session = await this.sessions.lock(sessionId);
    if (!session) throw sessionNotFound(sessionId);
    if (session.state === 'cancelled') throw sessionInState(session, 'The session was cancelled.');
    if (session.startsAt > this.clock.now())
      throw sessionInState(session, 'The session has not begun; nobody can have been there.');
    return session;
  }
}

/** What was said of each person. @throws DomainError `training-attendance.invalid` naming every row that cannot be */
function checked(rows: readonly TrainingAttendanceRow[], { minutes: most }: Session) {
  const seen = new Set<string>();
  const fields = rows.flatMap(({ staffNumber, attended, minutes }, at) => {
    const problems = [
      ...(seen.has(staffNumber) ? ['stands there twice'] : []),
      ...((minutes ?? 0) > most ? [`has more than the session's ${most} minutes`] : []),
      ...(!attended && (minutes ?? 0) > 0 ? ['was absent and has minutes'] : []),
    ];
    seen.add(staffNumber);
    return problems.length === 0 ? [] : [{ field: `rows[${at}]`, problems }];
  });
  if (fields.length === 0) {
    return rows.map(({ staffNumber, attended, minutes }) => ({
      staffNumber,
      attended,
      minutes: attended ? (minutes ?? most) : 0,
    }));
  }
  throw new DomainError(
    TRAINING_SESSION_ERRORS.attendanceInvalid,
    `${fields.length} rows cannot be: ${fields.map(({ field, problems }) => `${field} ${problems.join(', ')}`).join('; ')}.`,
    { fields },
  );
}
