import type { FaultCall } from '@switchyard/domain';

/** One report of a fault, as far as following it up is concerned; `id` is the number of the work order. */
export interface ReportedCall extends FaultCall {
  readonly restored: boolean;
}

export abstract class FaultCalls {
  /**
   * Every report of a fault: of an outage (`outage:<id>`) or of one parent (`order:<number>`), by number; those that
   * were merged into another are that one's.
   */
  abstract of(faultKey: string): Promise<readonly ReportedCall[]>;
  /** How many those are. */
  abstract count(faultKey: string): Promise<number>;
}
