import type { AgentPolicy } from '@switchyard/domain';

/** A policy and from when on it holds. */
export interface DatedAgentPolicy {
  readonly validFrom: Date;
  readonly policy: AgentPolicy;
  readonly createdBy: string;
}

export abstract class AgentPolicies {
  /** What holds at a moment; the standard policy where nothing is written. */
  abstract inForce(at: Date): Promise<AgentPolicy>;
  /** The latest first. */
  abstract list(): Promise<readonly DatedAgentPolicy[]>;
  /** Replaces what was to begin at the same moment. */
  abstract put(policy: DatedAgentPolicy): Promise<void>;
}
