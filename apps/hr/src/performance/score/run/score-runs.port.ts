import type { Page } from '../../items/performance-items.port';

export interface RunCounts {
  readonly staff: number;
  readonly scored: number;
  readonly unchanged: number;
  readonly incomplete: number;
  readonly failed: number;
}

export interface ScoreRun extends RunCounts {
  readonly id: string;
  readonly month: string;
  readonly state: 'running' | 'done';
  /** The last staff number that is done. */
  readonly after: string;
  readonly failures: readonly string[];
  readonly startedAt: Date;
  readonly startedBy: string;
  readonly endedAt?: Date;
}

export abstract class ScoreRuns {
  /** The run of a month that is under way: a new one, or the one that is there. */
  abstract begin(month: string, at: Date, by: string): Promise<ScoreRun>;
  /** A run of people by name, which is done at once. @returns its id */
  abstract addDone(month: string, at: Date, by: string): Promise<string>;
  abstract running(): Promise<readonly ScoreRun[]>;
  /** Locked for the open transaction; undefined when it is done, or another process is at it. */
  abstract lockRunning(id: string): Promise<ScoreRun | undefined>;
  /** Adds a step's counts, and where it has come. */
  abstract advance(id: string, after: string, counts: RunCounts, failures: readonly string[]): Promise<void>;
  abstract end(id: string, at: Date): Promise<void>;
  abstract find(id: string): Promise<ScoreRun | undefined>;
  abstract list(month: string | undefined, limit: number, cursor?: string): Promise<Page<ScoreRun>>;
}
