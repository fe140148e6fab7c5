import type { ValueRunState } from '@switchyard/contracts';

export interface ValueRun {
  readonly runId: string;
  readonly state: ValueRunState;
  /** The day in China that it belongs to, YYYY-MM-DD. */
  readonly day: string;
  readonly startedBy: string;
  readonly startedAt: Date;
  readonly endedAt?: Date;
  readonly accounts: number;
  readonly changed: number;
}

export interface ValueRunsPage {
  readonly items: readonly ValueRun[];
  readonly nextCursor?: string;
}

export abstract class ValueRuns {
  /** False while another one runs, in whichever process; one whose process died is `interrupted` first. */
  abstract begin(run: ValueRun, leaseSeconds: number): Promise<boolean>;
  /** Adds a batch and renews the lease. False when the run is no longer ours. */
  abstract advance(
    runId: string,
    by: { readonly accounts: number; readonly changed: number },
    now: Date,
    leaseSeconds: number,
  ): Promise<boolean>;
  abstract end(runId: string, state: Exclude<ValueRunState, 'running'>, now: Date): Promise<void>;
  abstract running(): Promise<ValueRun | undefined>;
  abstract find(runId: string): Promise<ValueRun | undefined>;
  /** Whether a run of this day was completed or goes on. */
  abstract hasRunOn(day: string): Promise<boolean>;
  /** The latest first. @throws DomainError `request.invalid` for a cursor that this port did not make. */
  abstract list(limit: number, cursor?: string): Promise<ValueRunsPage>;
}
