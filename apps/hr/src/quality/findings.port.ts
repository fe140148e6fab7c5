import type { BilingualText } from '@switchyard/contracts';

/** One fault in one judged call: a reason for training (§14, §15). */
export interface QualityFinding {
  /** Stays the same however often it is asked for: `<evaluation>:<item>`. */
  readonly findingId: string;
  readonly staffNumber: string;
  readonly groupCode?: string;
  /** Begin of the call. */
  readonly at: Date;
  /** Code of the scorecard's item, under which the same faults gather. */
  readonly topic: string;
  readonly names: BilingualText;
  /** Course of the catalogue that the scorecard names for the item ('04' to '08' …). */
  readonly courseCode?: string;
  /** The call failed by this item. */
  readonly critical: boolean;
  /** Belongs to a fault that came so often that the leader was told. */
  readonly repeated: boolean;
  readonly note?: string;
}

/** Faults that quality control found, those that an appeal took away left out. */
export abstract class QualityFindings {
  /** Of calls from `from` until before `before`, the oldest first. */
  abstract between(from: Date, before: Date): Promise<readonly QualityFinding[]>;
}
