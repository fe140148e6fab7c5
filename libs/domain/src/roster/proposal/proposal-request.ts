import type { LocalDate } from '../../shared';
import type { PlannedShift, RosterFacts } from '../roster-facts';
import type { ShiftTemplate } from '../shift-template';
import type { Violation } from '../violation';
import type { WorkPattern } from '../work-pattern';

export interface ProposalRequest {
  /** Its `shifts` are not looked at; everything else binds the proposal. */
  readonly facts: RosterFacts;
  /** What may be rostered. */
  readonly templates: readonly ShiftTemplate[];
  /** Everybody works by it, each with a phase of their own; absent: days off are placed freely. */
  readonly pattern?: WorkPattern['cycle'];
  /** Days of work in the month of somebody who is here all of it; usually its working days. */
  readonly workDays: number;
  /** Of the choice between what is equally good. */
  readonly seed: string;
  /** Of all solving together, at the most. */
  readonly seconds: number;
}

export const PROPOSAL_STAGES = ['heads', 'days-off', 'shifts', 'checks'] as const;
export type ProposalStage = (typeof PROPOSAL_STAGES)[number];

export interface ProposedShift extends PlannedShift {
  readonly templateVersion: number;
}

export interface RosterProposal {
  readonly shifts: readonly ProposedShift[];
  /** First day of everybody's cycle, where they work by a pattern. */
  readonly anchors: Readonly<Record<string, LocalDate>>;
  /** Everything that it could not meet, by name and day; the same checks as of rosters made by hand. */
  readonly unmet: readonly Violation[];
  /** Shifts that were taken out again because they would have broken a rule of their person. */
  readonly dropped: readonly { readonly staffNumber: string; readonly date: LocalDate }[];
  /** The time was up for some part: the same seed may give another roster next time. */
  readonly cutByTime: boolean;
}

export type TellProgress = (stage: ProposalStage, percent: number) => void;
