import type { PeopleFilter } from './people/people';
import type { Page } from './punches.port';

export interface NewSickCall {
  readonly id: string;
  readonly staffNumber: string;
  readonly workDate: string;
  readonly calledAt: Date;
  readonly beforeAt: Date;
  readonly note?: string;
  readonly recordedAt: Date;
  readonly recordedBy: string;
}

export interface SickCall extends NewSickCall {
  readonly name: string;
}

export interface SickCallFilter extends PeopleFilter {
  readonly from?: string;
  readonly to?: string;
  readonly inTime?: boolean;
}

/** Who called in sick, and when (L244). */
export abstract class SickCalls {
  /** False when one is recorded of the person and day. */
  abstract add(call: NewSickCall): Promise<boolean>;
  /** The newest day first. */
  abstract list(filter: SickCallFilter, limit: number, cursor?: string): Promise<Page<SickCall>>;
}
