import {
  type EnrolmentView,
  type EnrolmentWarning,
  TRAINING_SESSION_ERRORS,
  type TrainingSessionView,
} from '@switchyard/contracts';
import { DomainError } from '@switchyard/platform';
import type { Enrolment, Session } from './sessions.port';

export function toSessionView({ startsAt, endsAt, ...session }: Session): TrainingSessionView {
  return { ...session, startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() };
}

export function toEnrolmentView(
  { sessionId, staffNumber, state, placeInLine, attendedMinutes, enrolledAt }: Enrolment,
  name: string | undefined,
  warnings: readonly EnrolmentWarning[] = [],
): EnrolmentView {
  return {
    sessionId,
    staffNumber,
    state,
    enrolledAt: enrolledAt.toISOString(),
    warnings: [...warnings],
    ...(name !== undefined && { name }),
    ...(placeInLine !== undefined && { placeInLine }),
    ...(attendedMinutes !== undefined && { attendedMinutes }),
  };
}

export const sessionNotFound = (sessionId: string): DomainError =>
  new DomainError(TRAINING_SESSION_ERRORS.notFound, `There is no training session ${sessionId}.`, {
    sessionId,
  });

export const sessionInState = ({ sessionId, state }: Session, why: string): DomainError =>
  new DomainError(TRAINING_SESSION_ERRORS.wrongState, why, { sessionId, state });
