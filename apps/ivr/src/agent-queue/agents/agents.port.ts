import type { AgentStateName, QueueName } from '@switchyard/domain';
import type { Agent, Skill } from './agent';

export interface NewAgent {
  readonly id: string;
  readonly workNo: string;
  readonly name: string;
  readonly accountName: string;
  readonly sipUser: string;
  readonly sipSecret: string;
  readonly skills: readonly Skill[];
  readonly createdBy: string;
  readonly createdAt: Date;
}

export interface AgentChange {
  readonly workNo?: string;
  readonly name?: string;
  readonly accountName?: string;
  readonly skills?: readonly Skill[];
  readonly active?: boolean;
  readonly sipSecret?: string;
}

export interface AgentFilter {
  readonly state?: AgentStateName;
  readonly queue?: QueueName;
  readonly active?: boolean;
  readonly limit: number;
  /** Work number of the last agent of the page before. */
  readonly after?: string;
}

export interface SipSecret {
  readonly sipUser: string;
  readonly secret: string;
}

/** Which of the names that only one agent may have was given to another. */
export type NameTaken = 'work-no' | 'account' | 'sip-user';

/** Thrown by `add` and `change`. */
export class AgentNameTaken extends Error {
  constructor(readonly which: NameTaken) {
    super(`another agent has this ${which}`);
    this.name = 'AgentNameTaken';
  }
}

export abstract class Agents {
  /** @throws AgentNameTaken */
  abstract add(agent: NewAgent): Promise<void>;
  /** In the transaction that has locked the agent. @throws AgentNameTaken */
  abstract change(id: string, change: AgentChange, now: Date): Promise<void>;
  abstract find(id: string): Promise<Agent | undefined>;
  /** Locks the agent until the transaction ends: one change at a time. */
  abstract lock(id: string): Promise<Agent | undefined>;
  abstract findByAccount(accountName: string): Promise<Agent | undefined>;
  abstract idOfSipUser(sipUser: string): Promise<string | undefined>;
  /** Extensions from 1000 to 8999 that no agent ever had, the lowest first. */
  abstract freeSipUsers(count: number): Promise<readonly string[]>;
  /** By work number; one more than `limit` when there are more. */
  abstract list(filter: AgentFilter): Promise<readonly Agent[]>;
  /** Everybody who works here. */
  abstract everyActive(): Promise<readonly Agent[]>;
  /** Of everybody who works here. */
  abstract sipSecrets(): Promise<readonly SipSecret[]>;
}
