import type { CustomerKind, NoticeOccasion, NoticeProof, NoticeState } from '@switchyard/contracts';

/** Who is to be told of an outage, on one occasion (L29). */
export interface NoticePlan {
  readonly id: string;
  readonly outageId: string;
  readonly occasion: NoticeOccasion;
  readonly wantedAt: Date;
  /** When its rows were found; at once, unless the service was down. */
  readonly madeAt?: Date;
  readonly endedAt?: Date;
  readonly importantBatchId?: string;
  readonly othersBatchId?: string;
  readonly othersWanted: boolean;
  readonly importantStartedAt?: Date;
  readonly othersStartedAt?: Date;
  readonly stoppedAt?: Date;
}

/** One customer of a plan. */
export interface OutageNotice {
  readonly planId: string;
  readonly outageId: string;
  /** `account:<number>`, or `order:<number>` of a reporter without an account. */
  readonly recipient: string;
  readonly accountNo?: string;
  readonly name?: string;
  readonly customerKind: CustomerKind;
  readonly phone?: string;
  readonly areaCode?: string;
  readonly important: boolean;
  readonly state: NoticeState;
  readonly proof?: NoticeProof;
  readonly confirmedBy?: string;
  readonly confirmedAt?: Date;
  readonly note?: string;
  readonly failure?: string;
  readonly escalationLevel: number;
  readonly escalatesAt?: Date;
}

export interface NoticeCountsOfPlan {
  readonly important: boolean;
  readonly all: number;
  readonly confirmed: number;
  readonly underWay: number;
  readonly failed: number;
}

/** The part of a plan that is one batch. */
export type NoticeGroup = 'important' | 'others';
