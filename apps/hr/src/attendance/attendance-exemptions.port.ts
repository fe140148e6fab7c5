import type { ExemptionKind } from '@switchyard/domain';
import type { PeopleFilter } from './people/people';
import type { Page } from './punches.port';

export interface NewExemption {
  readonly staffNumber: string;
  readonly kind: ExemptionKind;
  readonly from: Date;
  readonly to: Date;
  /** Shown to people: the course, the errand. */
  readonly reason: string;
  /** The same reference is the same exemption; another span under it takes the place of the one before. */
  readonly reference: string;
  readonly by: string;
}

export interface AttendanceExemption extends NewExemption {
  readonly id: string;
  readonly name: string;
}

export interface ExemptionFilter extends PeopleFilter {
  readonly from?: Date;
  readonly before?: Date;
}

/** Time for which people are not expected at the desk although they work: training and field work. */
export abstract class AttendanceExemptions {
  /** To be called in a transaction; days are reckoned again soon. */
  abstract put(exemptions: readonly NewExemption[]): Promise<void>;
  /** It does not hold any more. To be called in a transaction. */
  abstract withdraw(reference: string, by: string): Promise<void>;
  abstract find(id: string): Promise<AttendanceExemption | undefined>;
  abstract ofReference(reference: string): Promise<AttendanceExemption | undefined>;
  /** What holds, the newest first. */
  abstract list(filter: ExemptionFilter, limit: number, cursor?: string): Promise<Page<AttendanceExemption>>;
}
