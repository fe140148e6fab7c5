import type { WorkOrderEventType } from '../history/event-data';
import type { WorkOrderKind } from './vocabulary';

export interface TwoLanguages {
  readonly 'zh-CN': string;
  readonly en: string;
}

export interface StageDefinition {
  /** Lower case letters, digits and dashes. */
  readonly name: string;
  readonly names: TwoLanguages;
  /** Nothing is left to be done. */
  readonly final?: boolean;
}

/** An event that may happen in some stages, and where it leads; without `to` the stage stays. */
export interface TransitionDefinition {
  readonly on: WorkOrderEventType;
  readonly from: readonly string[];
  readonly to?: string;
}

/** Facts beside the kind's own fields without which a work order of the kind is not complete. */
export const NEEDED_FACTS = ['phone', 'accountNo', 'areaCode', 'applicationKind'] as const;
export type NeededFact = (typeof NEEDED_FACTS)[number];

/** A kind of work order as data: what it must tell, its stages and what leads from one to another. */
export interface WorkOrderKindDefinition {
  readonly kind: WorkOrderKind;
  readonly names: TwoLanguages;
  readonly stages: readonly StageDefinition[];
  /** Stage of a new one. */
  readonly initial: string;
  readonly transitions: readonly TransitionDefinition[];
  /** JSON Schema (draft 2020-12) of the kind's own fields. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** Of an anonymous work order neither phone nor account is needed (art. 15(12)). */
  readonly needs: readonly NeededFact[];
}

export const isFinalStage = (definition: WorkOrderKindDefinition, stage: string): boolean =>
  definition.stages.find(({ name }) => name === stage)?.final === true;
