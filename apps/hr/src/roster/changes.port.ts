import type { LocalDate, ShiftDuty, Violation } from '@switchyard/domain';
import type { Page } from './shift-templates.port';

/** What a day of a person becomes; without a template they are off. */
export interface Cell {
  readonly staffNumber: string;
  readonly date: LocalDate;
  readonly templateCode?: string;
  readonly duty?: ShiftDuty;
}

export interface Consent {
  readonly staffNumber: string;
  readonly answer?: 'given' | 'refused';
  readonly answeredAt?: Date;
}

export type ChangeState = 'awaiting-consent' | 'applied' | 'refused' | 'withdrawn';

export interface RosterChange {
  readonly id: string;
  readonly rosterId: string;
  readonly state: ChangeState;
  readonly cells: readonly Cell[];
  readonly reason: string;
  readonly consents: readonly Consent[];
  readonly violations: readonly Violation[];
  readonly askedAt: Date;
  readonly askedBy: string;
  readonly settledAt?: Date;
}

export interface ChangeFilter {
  readonly rosterId?: string;
  readonly state?: ChangeState;
  /** Only those that ask this person. */
  readonly asks?: string;
}

/** Changes of published rosters, and who consents to them (§8). */
export abstract class RosterChanges {
  abstract add(change: RosterChange): Promise<void>;
  abstract find(id: string): Promise<RosterChange | undefined>;
  /** The same, locked until the transaction ends. */
  abstract lock(id: string): Promise<RosterChange | undefined>;
  abstract answer(id: string, consent: Required<Consent>, by: string): Promise<void>;
  abstract settle(id: string, state: ChangeState, violations: readonly Violation[], at: Date): Promise<void>;
  abstract list(filter: ChangeFilter, limit: number, cursor?: string): Promise<Page<RosterChange>>;
}
