/** One version of a policy; it holds from its date until that of the next. */
export interface PolicyVersion<Name extends string = string> {
  readonly name: Name;
  readonly validFrom: Date;
  readonly document: Record<string, unknown>;
  readonly setBy: string;
}

export abstract class PolicyDocuments {
  /** The version that holds at an instant. */
  abstract inForce(name: string, at: Date): Promise<PolicyVersion | undefined>;
  /** The latest date first. */
  abstract versions<Name extends string>(name: Name): Promise<readonly PolicyVersion<Name>[]>;
  /** False when a version of this date is there. */
  abstract add(version: PolicyVersion, setAt: Date): Promise<boolean>;
}
