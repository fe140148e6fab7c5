import type { CallInterval } from '@switchyard/domain';

/** A quarter hour of a queue. */
export interface QueueQuarter {
  readonly queue: string;
  readonly startAt: Date;
  readonly offered: number;
  readonly answered?: number;
  /** Mean, seconds. */
  readonly handlingSeconds?: number;
  readonly source: 'ivr' | 'import';
}

export interface HistoryFilter {
  readonly queue?: string;
  readonly from?: Date;
  readonly before?: Date;
}

export interface HistoryPage {
  readonly items: readonly QueueQuarter[];
  readonly nextCursor?: string;
}

/** What the queues took, quarter hour by quarter hour. */
export abstract class CallHistory {
  /** In the place of what is known of the same quarters, but what was imported never in that of ivr's. */
  abstract put(quarters: readonly QueueQuarter[], at: Date): Promise<number>;
  abstract list(filter: HistoryFilter, limit: number, cursor?: string): Promise<HistoryPage>;
  /** Of one queue by days and minutes in China, by time; `before` is not included. */
  abstract intervals(queue: string, from: Date, before: Date): Promise<readonly CallInterval[]>;
}
