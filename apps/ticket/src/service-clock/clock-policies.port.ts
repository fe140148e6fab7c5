import type { ClockPolicy } from '@switchyard/domain';

/** A version that somebody set; version 1 is the standard's and is not stored. */
export interface SetPolicyVersion {
  readonly policy: ClockPolicy;
  readonly version: number;
  readonly validFrom: Date;
  readonly reason: string;
  readonly setBy: string;
}

export abstract class ClockPolicies {
  /** Every version, the earliest first. */
  abstract all(): Promise<readonly SetPolicyVersion[]>;
  /** With the number that follows; undefined when a version of this date is there. */
  abstract add(
    version: Omit<SetPolicyVersion, 'version'>,
    setAt: Date,
  ): Promise<SetPolicyVersion | undefined>;
  /** Changes whenever a policy or the departments' hours do. */
  abstract edition(): Promise<{ readonly policies: number; readonly hours: number }>;
}
