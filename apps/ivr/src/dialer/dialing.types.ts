import type { BatchKind, CustomerKind, SuccessRule } from '@switchyard/domain';

/** Contact of a running batch as the dialer reads it. Money in fen. */
export interface DueContact {
  readonly id: string;
  readonly batchId: string;
  readonly accountNo: string;
  readonly period: string;
  readonly customerName: string;
  readonly customerKind: 'resident' | 'organisation' | 'sole-trader';
  readonly number: string;
  readonly extension: string | null;
  readonly language: 'zh-CN' | 'en';
  readonly payableFen: number;
  readonly notice: Readonly<Record<string, unknown>>;
  readonly dueAt: Date;
  readonly waitReason: string;
  readonly countedAttempts: number;
  readonly technicalFailures: number;
  /** When the customer was dialled before, oldest first; for another part of the day (T2.4). */
  readonly earlierAttempts: readonly Date[];
}

/** Batch that may be dialled now. */
export interface RunningBatch {
  readonly id: string;
  readonly kind: BatchKind;
  readonly name: string;
  readonly attemptCap: number;
  readonly policyName: string;
  readonly successRule: SuccessRule;
  readonly callerId: string | null;
  readonly trunk: string | null;
  readonly lineSharePercent: number;
  readonly dataAsOf: Date;
  readonly deadlineAt: Date | null;
  /** Contacts that are due now, by kind of customer; each counted up to 1,000. */
  readonly dueByKind: Readonly<Record<CustomerKind, number>>;
  /** Contacts without a disposition; counted up to 50,000. */
  readonly openContacts: number;
}

/** One contact's part of a claimed call. */
export interface CallContact {
  readonly contact: DueContact;
  /** The counted ordinal that this attempt takes, 1 to the kind's cap. */
  readonly ordinal: number;
  /** What is left to pay, in fen; less than payable when part was paid meanwhile. */
  readonly balanceFen: number;
}

/** A call that this process holds: to be placed, in progress, or to be settled. */
export interface HeldCall {
  readonly id: string;
  /** `in`: somebody returns a missed notice call (T1.8). */
  readonly direction: 'out' | 'in';
  readonly batch: Pick<RunningBatch, 'id' | 'kind' | 'attemptCap' | 'policyName' | 'successRule'>;
  readonly number: string;
  /** The number that a returned call dialled; unknown after a crash. */
  readonly dialled?: string;
  readonly extension: string | null;
  readonly language: 'zh-CN' | 'en';
  readonly node: string;
  readonly trunk: string;
  readonly callerId: string;
  readonly contacts: readonly CallContact[];
  /** Payments known of the contacts' accounts at claim; another number before dialling means: look again. */
  readonly paymentsSeen: number;
}
