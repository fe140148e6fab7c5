import {
  ATTENDANCE_ERRORS,
  type LatenessInterviewView,
  type ReturnInterviewView,
} from '@switchyard/contracts';
import { DomainError } from '@switchyard/platform';
import type { LatenessInterview, ReturnInterview } from '../interviews.port';

export function toLatenessView(interview: LatenessInterview): LatenessInterviewView {
  const { id, requiredAt, heldAt, reviewedAt, fileKey: _, ...facts } = interview;
  return {
    ...facts,
    interviewId: id,
    requiredAt: requiredAt.toISOString(),
    ...(heldAt && { heldAt: heldAt.toISOString() }),
    ...(reviewedAt && { reviewedAt: reviewedAt.toISOString() }),
  };
}

export function toReturnView(interview: ReturnInterview, now: Date): ReturnInterviewView {
  const { id, dueAt, heldAt, fileKey: _, ...facts } = interview;
  return {
    ...facts,
    interviewId: id,
    dueAt: dueAt.toISOString(),
    overdue: (heldAt ?? now) > dueAt,
    ...(heldAt && { heldAt: heldAt.toISOString() }),
  };
}

export const interviewNotFound = (interviewId: string): DomainError =>
  new DomainError(ATTENDANCE_ERRORS.interviewNotFound, `There is no interview ${interviewId}.`, {
    field: 'interviewId',
    interviewId,
  });

export const interviewNotInState = (interviewId: string, needed: string): DomainError =>
  new DomainError(
    ATTENDANCE_ERRORS.interviewNotInState,
    `This interview cannot be changed like that: ${needed}.`,
    { field: 'interviewId', interviewId },
  );
