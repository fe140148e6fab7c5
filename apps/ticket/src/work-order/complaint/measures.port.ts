import type { MeasureStatus } from '@switchyard/contracts';

/** An improvement that a complaint led to, as its events leave it. */
export interface ComplaintMeasure {
  readonly measure: string;
  readonly number: string;
  readonly text: string;
  readonly department: string;
  /** Day in China, YYYY-MM-DD. */
  readonly dueOn: string;
  readonly status: MeasureStatus;
  readonly updatedAt: Date;
}

export interface MeasureFilter {
  readonly department?: string;
  readonly status?: MeasureStatus;
  readonly dueUntil?: string;
  /** Departments and areas that the asking person may see; absent for all. */
  readonly within?: readonly string[];
}

export abstract class ComplaintMeasures {
  abstract find(measure: string): Promise<ComplaintMeasure | undefined>;
  abstract put(measure: ComplaintMeasure): Promise<void>;
  /** The nearest due first. */
  abstract list(
    filter: MeasureFilter,
    limit: number,
    cursor?: string,
  ): Promise<{ readonly items: readonly ComplaintMeasure[]; readonly nextCursor?: string }>;
}
