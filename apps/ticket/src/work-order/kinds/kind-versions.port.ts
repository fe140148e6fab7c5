import type { WorkOrderKind, WorkOrderKindDefinition } from '@switchyard/domain';

/** One version of a kind; it holds for work orders opened from its date until that of the next. */
export interface KindVersion {
  readonly kind: WorkOrderKind;
  readonly version: number;
  readonly validFrom: Date;
  readonly definition: WorkOrderKindDefinition;
  readonly setBy: string;
}

/** Versions that were set; version 1 of each kind comes with the product and is not among them. */
export abstract class KindVersions {
  abstract find(kind: WorkOrderKind, version: number): Promise<KindVersion | undefined>;
  /** The one that holds at an instant. */
  abstract inForce(kind: WorkOrderKind, at: Date): Promise<KindVersion | undefined>;
  /** The newest version first. */
  abstract of(kind: WorkOrderKind): Promise<readonly KindVersion[]>;
  /** Adds the next version. Undefined when one of this date is there. */
  abstract add(version: Omit<KindVersion, 'version'>, setAt: Date): Promise<KindVersion | undefined>;
}
