import type { TicketPolicyName } from '@switchyard/contracts';

/** One version of a policy; it holds from its date until that of the next. */
export interface PolicyVersion {
  readonly name: TicketPolicyName;
  readonly validFrom: Date;
  readonly document: Record<string, unknown>;
  readonly setBy: string;
}

export abstract class PolicyDocuments {
  /** The version that holds at an instant. */
  abstract inForce(name: TicketPolicyName, at: Date): Promise<PolicyVersion | undefined>;
  /** The latest date first. */
  abstract versions(name: TicketPolicyName): Promise<readonly PolicyVersion[]>;
  /** False when a version of this date is there. */
  abstract add(version: PolicyVersion, setAt: Date): Promise<boolean>;
}
