import type { CustomerKind } from '@switchyard/domain';
import type { DueContact, HeldCall, RunningBatch } from '../dialing.types';
import type { NodeLease } from '../hold-nodes/node-leases.port';

/** What the claim reads and writes; in its transaction. */
export abstract class Claims {
  /** Batches in state `running`, with what is due in them. */
  abstract runningBatches(now: Date): Promise<readonly RunningBatch[]>;

  /** Whether the lease still holds; locks it against a change of hands until the transaction ends. */
  abstract leaseHolds(lease: NodeLease): Promise<boolean>;

  /**
   * Locks due contacts of a batch, of those kinds of customers that may be called now, earliest due first; contacts
   * that another claim has locked are passed over.
   */
  abstract lockDue(
    batchId: string,
    kinds: readonly CustomerKind[],
    now: Date,
    limit: number,
  ): Promise<readonly DueContact[]>;

  /** Locks further due contacts of the batch that have one of the numbers, to be told in the same call (T2.8). */
  abstract lockSiblings(
    batchId: string,
    now: Date,
    contacts: readonly DueContact[],
  ): Promise<readonly DueContact[]>;

  /** The numbers among these that must not be called for this kind (T2.8). */
  abstract doNotCall(numbers: readonly string[], kind: string): Promise<ReadonlySet<string>>;

  /** The numbers among these that are on the line now, whoever called whom (T2.8). */
  abstract onTheLine(numbers: readonly string[]): Promise<ReadonlySet<string>>;

  /** When a batch's data were drawn. @throws Error when there is no such batch. */
  abstract dataAsOf(batchId: string): Promise<Date>;

  /** Payments of these accounts since the batch's data were made, by account. */
  abstract payments(
    accountNos: readonly string[],
    since: Date,
  ): Promise<ReadonlyMap<string, readonly KnownPayment[]>>;

  /** What else these accounts owe in the same batch: for allocating payments to the oldest period first. */
  abstract owed(
    batchId: string,
    accountNos: readonly string[],
  ): Promise<ReadonlyMap<string, readonly OwedPeriod[]>>;

  /** When these numbers were dialled since, over all batches (T2.8). */
  abstract recentCalls(
    numbers: readonly string[],
    since: Date,
  ): Promise<ReadonlyMap<string, readonly Date[]>>;

  /** Stores calls and their attempts; returns the ids of those whose number was free. */
  abstract insertCalls(
    lease: NodeLease,
    leaseSeconds: number,
    calls: readonly HeldCall[],
  ): Promise<ReadonlySet<string>>;

  /** Contacts that wait for calling hours under one of these policies are due now: the hours have changed. */
  abstract reconsiderHours(policyNames: readonly string[]): Promise<void>;

  /** Lets contacts wait until their time, saying why. */
  abstract defer(deferrals: readonly Deferral[]): Promise<void>;
}

export interface KnownPayment {
  readonly amountFen: number;
  readonly paidAt: Date;
}

export interface OwedPeriod {
  readonly period: string;
  readonly payableFen: number;
}

export interface Deferral {
  readonly contactId: string;
  readonly dueAt: Date;
  readonly reason: string;
}
