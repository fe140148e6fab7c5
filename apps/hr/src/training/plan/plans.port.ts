import type { HeldInQuarter, PlanItem } from '@switchyard/domain';

export interface PlanVersion {
  readonly year: number;
  readonly version: number;
  readonly items: readonly PlanItem[];
  readonly madeAt: Date;
  readonly madeBy: string;
  readonly approvedAt?: Date;
  readonly approvedBy?: string;
}

/** Annual plans (§15); every version is kept. */
export abstract class Plans {
  abstract find(year: number, version: number): Promise<PlanVersion | undefined>;
  /** What holds: the last approved version, or while there is none the last draft. */
  abstract inForce(year: number): Promise<PlanVersion | undefined>;
  abstract latest(year: number): Promise<PlanVersion | undefined>;
  /** False when a version of this number is there. */
  abstract add(version: PlanVersion): Promise<boolean>;
  /** False when it was approved already. */
  abstract approve(year: number, version: number, at: Date, by: string): Promise<boolean>;
  /** Sessions of the year by quarter and course, and how many people attended. */
  abstract held(year: number): Promise<readonly HeldInQuarter[]>;
}
