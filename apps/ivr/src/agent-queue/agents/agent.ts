import type { AgentState, QueueName } from '@switchyard/domain';

export interface Skill {
  readonly queue: QueueName;
  /** 0 to 10; an agent rings only when nobody with a lower penalty is free. */
  readonly penalty: number;
}

/** Who takes over from an agent, as the shift leader said (§7). */
export interface ReliefNaming {
  /** Null where nobody needs to. */
  readonly agentId: string | null;
  readonly reason: string | null;
  readonly namedBy: string;
  readonly namedAt: Date;
}

/** Where an agent is. */
export interface Presence {
  readonly state: AgentState;
  /** The PBX node that has the call in hand. */
  readonly node: string | null;
  readonly phoneRegistered: boolean;
  readonly signedInAt: Date | null;
  readonly relief: ReliefNaming | null;
  /** Whether who was named to take over is signed in now. */
  readonly reliefSignedIn: boolean;
}

export interface Agent {
  readonly id: string;
  readonly workNo: string;
  readonly name: string;
  /** The sign-in account that is this agent, in lower case. */
  readonly accountName: string;
  readonly sipUser: string;
  readonly skills: readonly Skill[];
  readonly active: boolean;
  readonly version: number;
  readonly presence: Presence;
}
