import type { IdentityReadingView } from '@switchyard/contracts';
import { readingStateAt } from '@switchyard/domain';
import type { Reading } from './readings.port';

export function toReadingView(reading: Reading, now: Date): IdentityReadingView {
  const { requestedAt, until, decidedAt, readAt, ...rest } = reading;
  return {
    ...rest,
    state: readingStateAt(reading, now),
    requestedAt: requestedAt.toISOString(),
    until: until.toISOString(),
    decidedAt: decidedAt?.toISOString(),
    readAt: readAt?.toISOString(),
  };
}
