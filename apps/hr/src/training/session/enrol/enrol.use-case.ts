import { Inject, Injectable } from '@nestjs/common';
import { type EnrolmentView, type RequestContext, TRAINING_SESSION_ERRORS } from '@switchyard/contracts';
import { CLOCK, type Clock, DomainError, UnitOfWork } from '@switchyard/platform';
import type { StaffMember } from '../../../staff/staff-directory.port';
import { sessionInState, sessionNotFound, toEnrolmentView } from '../session-views';
import { type Enrolment, Enrolments, type Session, Sessions } from '../sessions.port';
import { Collisions } from './collisions';

/** Takes and gives back seats; with the session locked, so that there are never more people than seats. */
@Injectable()
export class EnrolStaff {
  constructor(
    private readonly sessions: Sessions,
    private readonly enrolments: Enrolments,
    private readonly collisions: Collisions,
    private readonly work: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @throws DomainError `training-session.not-found`, `training-session.not-allowed-in-state`,
   * `training-enrolment.already-enrolled`
   */
  async enrol(sessionId: string, member: StaffMember, { actor }: RequestContext): Promise<EnrolmentView> {
    const { staffNumber } = member;
    const enrolled = await this.work.inTransaction(async () => {
      const session = await this.open(sessionId);
      if (member.status === 'left') throw sessionInState(session, `${staffNumber} has left.`);
      const known = await this.enrolments.find(sessionId, staffNumber);
      if (known && known.state !== 'withdrawn') throw alreadyEnrolled(known);
      const state = session.enrolled < session.capacity ? 'enrolled' : 'waiting';
      await this.enrolments.enter(sessionId, staffNumber, state, { at: this.clock.now(), by: actor.id });
      return { session, enrolment: await this.found(sessionId, staffNumber) };
    });
    const warnings = await this.collisions.of(staffNumber, enrolled.session);
    return toEnrolmentView(enrolled.enrolment, member.name, warnings);
  }

  /**
   * @throws DomainError `training-session.not-found`, `training-session.not-allowed-in-state`,
   * `training-enrolment.not-found`
   */
  withdraw(sessionId: string, { staffNumber, name }: StaffMember): Promise<EnrolmentView> {
    return this.work.inTransaction(async () => {
      await this.open(sessionId);
      const known = await this.enrolments.find(sessionId, staffNumber);
      if (known?.state !== 'enrolled' && known?.state !== 'waiting')
        throw notEnrolled(sessionId, staffNumber);
      await this.enrolments.leave(sessionId, staffNumber);
      await this.enrolments.fillSeats(sessionId);
      return toEnrolmentView(await this.found(sessionId, staffNumber), name);
    });
  }

  private async open(sessionId: string): Promise<Session> {
    const session = await this.sessions.lock(sessionId);
    if (!session) throw sessionNotFound(sessionId);
    if (session.state !== 'planned') throw sessionInState(session, `The session is ${session.state}.`);
    if (session.endsAt <= this.clock.now()) throw sessionInState(session, 'The session is over.');
    return session;
  }

  private async found(sessionId: string, staffNumber: string): Promise<Enrolment> {
    const enrolment = await this.enrolments.find(sessionId, staffNumber);
    if (!enrolment) throw notEnrolled(sessionId, staffNumber);
    return enrolment;
  }
}

const alreadyEnrolled = ({ sessionId, staffNumber, state }: Enrolment): DomainError =>
  new DomainError(
    TRAINING_SESSION_ERRORS.alreadyEnrolled,
    `${staffNumber} is ${state} in this session already.`,
    { sessionId, staffNumber, state },
  );

const notEnrolled = (sessionId: string, staffNumber: string): DomainError =>
  new DomainError(
    TRAINING_SESSION_ERRORS.enrolmentNotFound,
    `${staffNumber} has no seat in this session and waits for none.`,
    { sessionId, staffNumber },
  );
