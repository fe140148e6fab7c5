import type { WorkOrderKind } from '@switchyard/contracts';

export interface UseOfCall {
  readonly callId: string;
  readonly kind: WorkOrderKind;
  /** Null while the work order is open. */
  readonly closedAt: Date | null;
}

export abstract class UsesOfCalls {
  /** Work orders that these calls led to. */
  abstract of(callIds: readonly string[]): Promise<readonly UseOfCall[]>;
}
