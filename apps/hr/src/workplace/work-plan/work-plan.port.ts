import type { LocalDate, WorkPlanNode } from '@switchyard/domain';
import type { PageOptions, RowPage } from '../common/list-rows';

export type PlanState = 'open' | 'done' | 'dropped';

export interface PlanReview {
  readonly percent: number;
  readonly text: string;
  readonly reviewedAt: Date;
  readonly reviewedBy: string;
}

export interface NewPlanItem {
  readonly id: string;
  readonly parentId?: string;
  readonly year: number;
  readonly period: string;
  readonly periodTo: LocalDate;
  readonly title: string;
  readonly target?: string;
  readonly ownerNumber: string;
}

export interface PlanItem extends NewPlanItem {
  readonly state: PlanState;
  /** The latest first, at most 50. */
  readonly reviews: readonly PlanReview[];
}

export interface PlanChange {
  readonly title?: string;
  readonly target?: string;
  readonly ownerNumber?: string;
  readonly state?: PlanState;
}

export interface PlanFilter {
  readonly year?: number;
  readonly period?: string;
  readonly parentId?: string;
  readonly ownerNumber?: string;
  readonly state?: PlanState;
  readonly behind?: boolean;
}

/** The annual plan, broken down to quarters and months (S0 四.1). */
export abstract class WorkPlan {
  abstract add(item: NewPlanItem, at: Date, by: string): Promise<void>;
  abstract find(id: string): Promise<PlanItem | undefined>;
  /** Held until the transaction ends. */
  abstract lock(id: string): Promise<PlanItem | undefined>;
  abstract openParts(id: string): Promise<number>;
  abstract change(id: string, change: PlanChange, at: Date, by: string): Promise<void>;
  abstract review(id: string, review: PlanReview): Promise<void>;
  abstract list(filter: PlanFilter, today: LocalDate, page: PageOptions): Promise<RowPage<PlanItem>>;
  /** Every item of these years, for reckoning progress. */
  abstract nodesOf(years: readonly number[]): Promise<readonly WorkPlanNode[]>;
}
