import type { BatchKind, DialingPolicy } from '@switchyard/domain';

/** One version of a policy; it holds from its day until that of the next. Of one day the one set last holds. */
export interface PolicyVersion {
  readonly policy: DialingPolicy;
  readonly setBy: string;
  /** undefined: the product comes with it. */
  readonly setAt?: Date;
}

/** Versions that somebody has set. None is ever changed. */
export abstract class PolicyVersions {
  /** All, or those of one policy; in the order in which they take each other's place. */
  abstract all(name?: string): Promise<readonly PolicyVersion[]>;
  abstract add(version: Required<PolicyVersion>): Promise<void>;
  /** Counted attempts that the database permits at most, by kind of batch (T2.4). */
  abstract attemptCaps(): Promise<ReadonlyMap<BatchKind, number>>;
}
