import type { FoundNeed } from '@switchyard/domain';
import type { Page } from '../page';

export interface Need {
  readonly needId: string;
  readonly year: number;
  readonly quarter: number;
  readonly source: 'quality' | 'manual';
  readonly topic: string;
  readonly courseCode?: string;
  readonly staffNumbers: readonly string[];
  readonly findingIds: readonly string[];
  readonly remark?: string;
  readonly state: 'open' | 'planned' | 'declined';
  readonly decision?: string;
  readonly decidedAt?: Date;
  readonly decidedBy?: string;
  readonly madeAt: Date;
  readonly madeBy: string;
}

export interface NeedFilter {
  readonly year?: number;
  readonly quarter?: number;
  readonly state?: Need['state'];
  readonly source?: Need['source'];
}

/** What came of a need that quality gave rise to. */
export type Gathered = 'added' | 'grown' | 'same';

export interface FoundInQuarter extends FoundNeed {
  readonly year: number;
  readonly quarter: number;
  readonly courseCode?: string;
  readonly remark: string;
}

/** What is to be learnt, by quarter (§15, §18: quarterly review). */
export abstract class Needs {
  abstract find(needId: string): Promise<Need | undefined>;
  abstract list(filter: NeedFilter, limit: number, cursor?: string): Promise<Page<Need>>;
  abstract add(need: Need): Promise<void>;
  /** One need for each topic and quarter; one that is decided stays as it is. */
  abstract gather(found: FoundInQuarter, at: Date, by: string): Promise<Gathered>;
  /** False when it was decided already. */
  abstract decide(need: Need): Promise<boolean>;
}
