import type { AttendanceDayView } from '@switchyard/contracts';
import type { AttendanceDay } from './attendance-days.port';

export function toDayView(day: AttendanceDay): AttendanceDayView {
  const {
    startAt,
    endAt,
    evaluatedAt,
    firstInAt,
    lastOutAt,
    firstCaseReceivedAt,
    firstCaseHandledAt,
    ...facts
  } = day;
  return {
    ...facts,
    startAt: startAt.toISOString(),
    endAt: endAt.toISOString(),
    evaluatedAt: evaluatedAt.toISOString(),
    ...(firstInAt && { firstInAt: firstInAt.toISOString() }),
    ...(lastOutAt && { lastOutAt: lastOutAt.toISOString() }),
    ...(firstCaseReceivedAt && { firstCaseReceivedAt: firstCaseReceivedAt.toISOString() }),
    ...(firstCaseHandledAt && { firstCaseHandledAt: firstCaseHandledAt.toISOString() }),
  };
}
