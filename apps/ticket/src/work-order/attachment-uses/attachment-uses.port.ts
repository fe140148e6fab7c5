import type { WorkOrderKind } from '@switchyard/contracts';

export interface UseOfAttachment {
  readonly key: string;
  readonly kind: WorkOrderKind;
  /** Null while the work order is open. */
  readonly closedAt: Date | null;
}

export abstract class UsesOfAttachments {
  /** Work orders that these files are attached to. */
  abstract of(keys: readonly string[]): Promise<readonly UseOfAttachment[]>;
}
