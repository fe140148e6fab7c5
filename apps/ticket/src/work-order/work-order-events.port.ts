import type { WorkOrderEvent } from './work-order-journal';

/** Where histories are kept; what was written once can be neither changed nor removed. */
export abstract class WorkOrderEvents {
  abstract add(events: readonly WorkOrderEvent[]): Promise<void>;
  /** By `seq`. */
  abstract of(number: string): Promise<readonly WorkOrderEvent[]>;
  /** Whether an act with this name of the sender's own was done on a work order. */
  abstract hasReference(number: string, reference: string): Promise<boolean>;
  /** Makes room for the month of an instant and the two after it. */
  abstract prepareMonths(now: Date): Promise<void>;
}
