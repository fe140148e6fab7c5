import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import {
  type ChangeTrainingSessionRequest,
  COURSE_ERRORS,
  type PlanTrainingSessionRequest,
  type RequestContext,
  TRAINING_PLAN_ERRORS,
  TRAINING_SESSION_ERRORS,
  type TrainingSessionFields,
} from '@switchyard/contracts';
import { CLOCK, type Clock, DomainError, UnitOfWork } from '@switchyard/platform';
import { courseNotFound, courseRetired } from '../../course/course-views';
import { Courses } from '../../course/courses.port';
import { Needs } from '../../need/needs.port';
import { Trainers } from '../../trainer/trainers.port';
import { sessionInState, sessionNotFound } from '../session-views';
import { Enrolments, type NewSession, type Session, Sessions } from '../sessions.port';

const LONGEST_MS = 100 * 24 * 3_600_000;

/** Plans, changes and cancels sessions (§15). */
@Injectable()
export class PlanSession {
  constructor(
    private readonly sessions: Sessions,
    private readonly enrolments: Enrolments,
    private readonly courses: Courses,
    private readonly trainers: Trainers,
    private readonly needs: Needs,
    private readonly work: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError `course.not-found`, `course.retired`, and as `change` */
  async plan(
    { courseCode, ...request }: PlanTrainingSessionRequest,
    { actor }: RequestContext,
  ): Promise<Session> {
    const course = await this.courses.find(courseCode);
    if (!course) throw courseNotFound(courseCode);
    if (!course.active) throw courseRetired(courseCode);
    const fields = await this.checked(request);
    const sessionId = randomUUID();
    const session = { ...fields, sessionId, courseCode, courseVersion: course.version };
    await this.sessions.add(session, { at: this.clock.now(), by: actor.id });
    return this.found(sessionId);
  }

  /**
   * @throws DomainError `training-session.not-found`, `training-session.not-allowed-in-state`, `training-session.bad-time`,
   * `training-session.capacity-below-enrolled`, `trainer.not-found`, `training-need.not-found`
   */
  change({ sessionId, ...request }: ChangeTrainingSessionRequest): Promise<Session> {
    return this.work.inTransaction(async () => {
      const session = await this.lockPlanned(sessionId);
      const fields = await this.checked(request);
      if (fields.capacity < session.enrolled) {
        throw new DomainError(
          TRAINING_SESSION_ERRORS.capacityTaken,
          `${session.enrolled} seats are taken; withdraw people first, or keep at least so many seats.`,
          { field: 'capacity', enrolled: session.enrolled },
        );
      }
      const { courseCode, courseVersion } = session;
      await this.sessions.change({ ...fields, sessionId, courseCode, courseVersion });
      await this.enrolments.fillSeats(sessionId);
      return this.found(sessionId);
    });
  }

  /** @throws DomainError `training-session.not-found`, `training-session.not-allowed-in-state` */
  cancel(sessionId: string): Promise<Session> {
    return this.work.inTransaction(async () => {
      await this.lockPlanned(sessionId);
      await this.sessions.setState(sessionId, 'cancelled');
      return this.found(sessionId);
    });
  }

  private async lockPlanned(sessionId: string): Promise<Session> {
    const session = await this.sessions.lock(sessionId);
    if (!session) throw sessionNotFound(sessionId);
    if (session.state === 'planned') return session;
    throw sessionInState(session, `The session is ${session.state} and stays as it is.`);
  }

  private async checked(
    request: TrainingSessionFields,
  ): Promise<Omit<NewSession, 'sessionId' | 'courseCode' | 'courseVersion'>> {
    const { place, capacity, trainerId, needId, remark } = request;
    const [startsAt, endsAt] = [new Date(request.startsAt), new Date(request.endsAt)];
    const span = endsAt.getTime() - startsAt.getTime();
    const minutes = request.minutes ?? Math.floor(span / 60_000);
    if (span <= 0 || span > LONGEST_MS || minutes > span / 60_000 || minutes > 6000) throw badTime();
    if (trainerId !== undefined && (await this.trainers.find(trainerId))?.active !== true) {
      throw new DomainError(COURSE_ERRORS.trainerNotFound, 'There is no such trainer in the pool.', {
        field: 'trainerId',
        trainerId,
      });
    }
    if (needId !== undefined && !(await this.needs.find(needId))) {
      throw new DomainError(TRAINING_PLAN_ERRORS.needNotFound, `There is no need ${needId}.`, {
        field: 'needId',
        needId,
      });
    }
    return {
      startsAt,
      endsAt,
      place,
      capacity,
      minutes: Math.max(1, minutes),
      ...(trainerId !== undefined && { trainerId }),
      ...(needId !== undefined && { needId }),
      ...(remark !== undefined && { remark }),
    };
  }

  private async found(sessionId: string): Promise<Session> {
    const session = await this.sessions.find(sessionId);
    if (!session) throw sessionNotFound(sessionId);
    return session;
  }
}

const badTime = (): DomainError =>
  new DomainError(
    TRAINING_SESSION_ERRORS.badTime,
    'A session ends after it begins, within 100 days, and credits no more minutes than it takes, at most 6,000: give another endsAt or minutes.',
    { field: 'endsAt' },
  );
