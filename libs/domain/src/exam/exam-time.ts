import { addSeconds } from '../shared';

export interface ExamAttemptTimes {
  /** When the time is up. */
  readonly deadlineAt: Date;
  /** Up to then what was on its way is still taken; then the service hands the paper in. */
  readonly acceptsUntil: Date;
}

/** The service's own clock: the duration, but never beyond the end of the sitting. */
export function attemptTimes(
  startedAt: Date,
  durationMinutes: number,
  closesAt: Date,
  graceSeconds: number,
): ExamAttemptTimes {
  const ends = addSeconds(startedAt, durationMinutes * 60);
  const deadlineAt = ends < closesAt ? ends : closesAt;
  return { deadlineAt, acceptsUntil: addSeconds(deadlineAt, graceSeconds) };
}
