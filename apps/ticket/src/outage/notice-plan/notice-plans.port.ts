import type { NoticeOccasion, NoticeProof, NoticeState } from '@switchyard/contracts';
import type { NoticeCountsOfPlan, NoticeGroup, NoticePlan, OutageNotice } from './notice-plan';

export interface OutageNoticeFilter {
  readonly planId?: string;
  readonly outageId?: string;
  readonly state?: NoticeState;
  readonly important?: boolean;
  /** Neither confirmed nor dropped. */
  readonly open?: boolean;
}

export interface Confirmation {
  readonly proof: NoticeProof;
  readonly confirmedBy: string;
  readonly confirmedAt: Date;
  readonly recordedBy: string;
  readonly note?: string;
}

export abstract class NoticePlans {
  /** False when the outage has one for the occasion; changes may be told any number of times. */
  abstract want(plan: NoticePlan): Promise<boolean>;
  abstract find(id: string): Promise<NoticePlan | undefined>;
  abstract of(outageId: string): Promise<readonly NoticePlan[]>;
  abstract counts(planId: string): Promise<readonly NoticeCountsOfPlan[]>;
  /** A plan that has something to be done, locked for this transaction and left alone by others until `nextTryAt`. */
  abstract claim(now: Date, nextTryAt: Date): Promise<NoticePlan | undefined>;
  abstract save(plan: NoticePlan, nextTryAt?: Date): Promise<void>;
  /** Everybody of the plan is called from now on. */
  abstract startOthers(id: string, now: Date): Promise<void>;
  /** Ends the plans of an outage, and drops whoever was not told; answers whether anybody was told or called. */
  abstract end(outageId: string, occasions: readonly NoticeOccasion[], at: Date): Promise<boolean>;
  /** Finds whom a plan tells; important customers are escalated at `escalatesAt`, those without a number at `now`. */
  abstract fill(plan: NoticePlan, escalatesAt: Date, now: Date): Promise<void>;
  /** Those of a group that are not with the dialler yet, in their order. */
  abstract waiting(planId: string, group: NoticeGroup, limit: number): Promise<readonly OutageNotice[]>;
  abstract called(planId: string, recipients: readonly string[]): Promise<void>;
  /** They cannot be told by calls; an important one is escalated at once. Those that are confirmed stay so. */
  abstract fail(planId: string, recipients: readonly string[], failure: string, at: Date): Promise<void>;
  abstract lock(planId: string, recipient: string): Promise<OutageNotice | undefined>;
  abstract confirm(planId: string, recipient: string, confirmation: Confirmation): Promise<void>;
  /** Important customers whose escalation is due, locked for this transaction, others' left out. */
  abstract toEscalate(now: Date, limit: number): Promise<readonly OutageNotice[]>;
  abstract escalated(notice: OutageNotice, level: number, nextAt: Date): Promise<void>;
  /** Important ones first. @throws DomainError `request.invalid` for a cursor that this port did not make. */
  abstract list(
    filter: OutageNoticeFilter,
    limit: number,
    cursor?: string,
  ): Promise<{ readonly items: readonly OutageNotice[]; readonly nextCursor?: string }>;
}
