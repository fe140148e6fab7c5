import type { LocalDate } from '@switchyard/domain';

/** A recorded call as the ivr service tells it. */
export interface RecordedCall {
  readonly recordingId: string;
  readonly callId: string;
  readonly queue?: string;
  /** Number of the agent (工号). */
  readonly workNo?: string;
  readonly state: 'expected' | 'stored' | 'missing' | 'deleted';
  readonly startedAt: Date;
  readonly seconds?: number;
  readonly ringSeconds?: number;
  readonly talkSeconds?: number;
  readonly afterCallSeconds?: number;
  /** How satisfied the caller was, 1 to 5. */
  readonly csat?: number;
}

/** Recordings of human calls, which are the ivr service's. */
export abstract class RecordedCalls {
  /** Of calls that began on a day in China. @throws DomainError `service.unavailable` */
  abstract ofDay(day: LocalDate): Promise<readonly RecordedCall[]>;
  /** @throws DomainError `service.unavailable` */
  abstract find(recordingId: string): Promise<RecordedCall | undefined>;
}
