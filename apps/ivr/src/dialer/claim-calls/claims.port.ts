import type { CustomerKind } from '@switchyard/domain';
import type { DueContact, HeldCall, RunningBatch } from '../dialing.types';
import type { NodeLease } from '../hold-nodes/node-leases.port';

/** What the claim reads and writes; in its transaction. */
export abstract class Claims {
  /** Batches in state `running`, with what is due in them. */
  abstract runningBatches(now: Date): Promise<readonly RunningBatch[]>;

  /**
   * Locks due contacts of a batch, of those kinds of customers that may be called now, earliest due first, and behind
   * them further due contacts of the batch that have one of their numbers, to be told in the same call (T2.8).
   * Contacts that another claim has locked are passed over. None when the lease does not hold any more; while it does
   * it is locked against a change of hands until the transaction ends.
   */
  abstract lockDue(query: DueQuery): Promise<readonly DueContact[]>;

  /** What stands for or against calling these numbers for this kind of notice, and what the accounts have paid. */
  abstract surroundings(query: SurroundingsQuery): Promise<Surroundings>;

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

export interface DueQuery {
  readonly lease: NodeLease;
  readonly batchId: string;
  readonly kinds: readonly CustomerKind[];
  readonly now: Date;
  /** Contacts at most, those that share a number with them not counted. */
  readonly limit: number;
}

export interface SurroundingsQuery {
  readonly kind: string;
  readonly numbers: readonly string[];
  readonly accountNos: readonly string[];
  /** When the batch's data were made: only later payments matter. */
  readonly dataAsOf: Date;
  readonly callsSince: Date;
}

export interface Surroundings {
  /** The numbers among these that must not be called for this kind (T2.8). */
  readonly doNotCall: ReadonlySet<string>;
  /** The numbers among these that are on the line now, whoever called whom (T2.8). */
  readonly onTheLine: ReadonlySet<string>;
  /** When these numbers were dialled, over all batches (T2.8). */
  readonly recentCalls: ReadonlyMap<string, readonly Date[]>;
  readonly payments: ReadonlyMap<string, readonly KnownPayment[]>;
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
