import type { HeldCall } from '../dialing.types';
import type { NodeLease } from '../hold-nodes/node-leases.port';

export abstract class ReturnedCalls {
  /**
   * Finds the notices that this number missed: contacts dialled at least once, waiting for another attempt. Takes them
   * out of dialling and stores the incoming call as carrying them. Null when there is none (T1.8).
   */
  abstract take(lease: NodeLease, leaseSeconds: number, call: IncomingCall): Promise<HeldCall | null>;
}

export interface IncomingCall {
  readonly callId: string;
  readonly from: string;
  /** The number dialled. */
  readonly to: string;
  readonly at: Date;
}
