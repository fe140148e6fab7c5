import { LEAVE_KINDS, type LeaveKind } from './leave-kinds';

/** Who decides (§10): the head (主管), the director (主任), or whoever else an operator names; kinds of posts. */
export const APPROVER_KINDS = ['shift-leader', 'head', 'director', 'hr'] as const;
export type ApproverKind = (typeof APPROVER_KINDS)[number];

export const LEAVE_PAPERS = ['sick-note', 'application', 'marriage-certificates', 'other'] as const;
export type LeavePaperKind = (typeof LEAVE_PAPERS)[number];

export interface LeaveKindRule {
  /** Told so many days, or months, before the first day; 0 for none. */
  readonly noticeDays: number;
  readonly noticeMonths: number;
  /** What has to be handed in, and whether before it is decided or when its taker is back. */
  readonly papers: readonly LeavePaperKind[];
  readonly papersBy: 'decision' | 'return';
  /** Taken in one piece (L392): a second one of the kind in twelve months needs an exception. */
  readonly inOnePiece: boolean;
  /** Days of rest and holidays count too, as in the statutory leave of mothers. */
  readonly everyDayCounts: boolean;
  /** The caps on how many are off hold for it; who is ill is not refused. */
  readonly capped: boolean;
}

/** Steps for leaves that fit all conditions; the first rule that fits holds. Lengths are in half days. */
export interface ApprovalRule {
  readonly kinds: readonly LeaveKind[];
  readonly fromHalves: number;
  /** Absent: however long. */
  readonly belowHalves?: number;
  readonly extension?: boolean;
  readonly exception?: boolean;
  readonly steps: readonly ApproverKind[];
}

export interface EntitlementBand {
  /** Completed years of service from which on so many days are due. */
  readonly fromYears: number;
  readonly days: number;
}

export interface LeavePolicy {
  readonly kinds: Readonly<Record<LeaveKind, LeaveKindRule>>;
  readonly approval: readonly ApprovalRule[];
  /** Who decides in the place of an approver who is away or asks for leave themself. */
  readonly alternates: Readonly<Record<ApproverKind, readonly ApproverKind[]>>;
  /** At most so many of a department away on a day, of all kinds and of annual leave (C18). */
  readonly caps: { readonly offPerDay: number; readonly annualAtOnce: number };
  /** Papers that may follow are due so many days after the last day of the leave. */
  readonly papersDueDays: number;
  readonly longestDays: number;
  readonly annual: {
    readonly bands: readonly EntitlementBand[];
    /** Unused days that go over into the next year, at most. */
    readonly carryDays: number;
  };
}

const NO_RULE: LeaveKindRule = {
  noticeDays: 0,
  noticeMonths: 0,
  papers: [],
  papersBy: 'return',
  inOnePiece: false,
  everyDayCounts: false,
  capped: true,
};

/**
 * §10: sick note for half a day or more; personal leave two days ahead, annual leave a month ahead; both certificates,
 * in one piece, for marriage; an application for maternity. Approval by kind and length (C19), caps by C18, annual leave by
 * the government's rule of 5, 10 and 15 days.
 */
export const STANDARD_LEAVE_POLICY: LeavePolicy = {
  kinds: {
    sick: { ...NO_RULE, papers: ['sick-note'], capped: false },
    personal: { ...NO_RULE, noticeDays: 2 },
    annual: { ...NO_RULE, noticeMonths: 1 },
    marriage: { ...NO_RULE, papers: ['marriage-certificates'], papersBy: 'decision', inOnePiece: true },
    maternity: {
      ...NO_RULE,
      papers: ['application'],
      papersBy: 'decision',
      everyDayCounts: true,
      capped: false,
    },
    paternity: { ...NO_RULE, papers: ['application'], papersBy: 'decision', capped: false },
  },
  approval: [
    { kinds: LEAVE_KINDS, fromHalves: 1, exception: true, steps: ['head', 'director'] },
    { kinds: LEAVE_KINDS, fromHalves: 4, extension: true, steps: ['head', 'director'] },
    { kinds: ['annual'], fromHalves: 1, steps: ['director'] },
    { kinds: ['maternity', 'paternity'], fromHalves: 1, steps: ['head', 'director'] },
    { kinds: ['sick'], fromHalves: 4, steps: ['director'] },
    { kinds: ['personal'], fromHalves: 4, steps: ['head', 'director'] },
    { kinds: LEAVE_KINDS, fromHalves: 1, steps: ['head'] },
  ],
  alternates: {
    'shift-leader': ['head'],
    head: ['director'],
    director: ['hr'],
    hr: ['director'],
  },
  caps: { offPerDay: 5, annualAtOnce: 1 },
  papersDueDays: 1,
  longestDays: 200,
  annual: {
    bands: [
      { fromYears: 1, days: 5 },
      { fromYears: 10, days: 10 },
      { fromYears: 20, days: 15 },
    ],
    carryDays: 5,
  },
};
