import type { AgentState } from '@switchyard/domain';
import type { ReliefNaming } from '../agents/agent';

/** What led to a state, and who. */
export interface StateChange {
  readonly agentId: string;
  readonly before: AgentState;
  readonly after: AgentState;
  /** The PBX node that has the call in hand. */
  readonly node: string | null;
  readonly cause: string;
  readonly changedBy: string;
}

export interface StateSpan {
  readonly id: string;
  readonly state: AgentState['name'];
  readonly reason: string | null;
  readonly callId: string | null;
  readonly queue: string | null;
  readonly from: Date;
  readonly until: Date | null;
  readonly cause: string;
  readonly changedBy: string;
}

export interface SpanFilter {
  readonly agentId: string;
  readonly from?: Date;
  readonly to?: Date;
  readonly limit: number;
  /** Id of the last span of the page before. */
  readonly before?: string;
}

/** Where agents are and were; changes run in the transaction that has locked the agent. */
export abstract class Presences {
  /** Writes the state, and a new span where it is another one; ends the relief of who has signed out. */
  abstract write(change: StateChange): Promise<void>;
  abstract nameRelief(agentId: string, relief: ReliefNaming): Promise<void>;
  /** A phone is registered at one node at a time. */
  abstract notePhone(node: string, sipUser: string, registered: boolean): Promise<void>;
  /** Of all those whose phones a node knows at one moment. */
  abstract notePhones(node: string, registered: readonly string[], known: readonly string[]): Promise<void>;
  /** The latest first; one more than `limit` when there are more. */
  abstract spans(filter: SpanFilter): Promise<readonly StateSpan[]>;
}
