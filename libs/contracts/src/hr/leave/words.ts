/** 病假, 事假, 公休, 婚假, 产假, 陪护假. */
export const LEAVE_KIND_WORDS = ['sick', 'personal', 'annual', 'marriage', 'maternity', 'paternity'] as const;
export type LeaveKindWord = (typeof LEAVE_KIND_WORDS)[number];

export const LEAVE_HALF_WORDS = ['am', 'pm'] as const;
export type LeaveHalfWord = (typeof LEAVE_HALF_WORDS)[number];

/** `approved` only after the last step; `cancelled` by consent, `withdrawn` by the applicant before a decision. */
export const LEAVE_STATES = ['requested', 'approved', 'refused', 'withdrawn', 'cancelled'] as const;
export type LeaveState = (typeof LEAVE_STATES)[number];

export const LEAVE_STEP_STATES = ['waiting', 'approved', 'refused'] as const;
export type LeaveStepState = (typeof LEAVE_STEP_STATES)[number];

export const APPROVER_KIND_WORDS = ['shift-leader', 'head', 'director', 'hr'] as const;
export type ApproverKindWord = (typeof APPROVER_KIND_WORDS)[number];

export const LEAVE_PAPER_WORDS = ['sick-note', 'application', 'marriage-certificates', 'other'] as const;
export type LeavePaperWord = (typeof LEAVE_PAPER_WORDS)[number];

/** A holiday by law and a rest day swapped in for one differ in pay. */
export const LEAVE_DAY_TYPE_WORDS = ['work', 'rest', 'statutory', 'in-lieu'] as const;
export type LeaveDayTypeWord = (typeof LEAVE_DAY_TYPE_WORDS)[number];

export const LEAVE_ERRORS = {
  notFound: 'leave.not-found',
  /** It ends before it begins. */
  backwards: 'leave.backwards',
  tooLong: 'leave.too-long',
  /** All days of it are free anyway. */
  nothingToTake: 'leave.nothing-to-take',
  halfOnRestDay: 'leave.half-on-rest-day',
  /** Too late for its kind; excusable with a reason. */
  noticeTooShort: 'leave.notice-too-short',
  /** So many are away on that day already. */
  capOfDay: 'leave.cap-of-day',
  /** Somebody is on annual leave on that day already; excusable with a special reason. */
  capOfAnnual: 'leave.cap-of-annual',
  balanceExceeded: 'leave.balance-exceeded',
  /** Leave of this kind is taken in one piece; excusable. */
  notInOnePiece: 'leave.not-in-one-piece',
  /** There is leave on that half day already. */
  overlaps: 'leave.already-on-leave',
  extensionTooLate: 'leave.extension-too-late',
  extensionNotAdjoining: 'leave.extension-not-adjoining',
  /** The month of attendance is closed. */
  monthClosed: 'leave.month-closed',
  /** Another leave was asked for under the same reference. */
  reference: 'leave.reference-reused',
  /** It is decided, withdrawn or cancelled; `details.state` tells. */
  notInState: 'leave.not-allowed-in-state',
  /** The step is for others to decide; `details.deciders` names them. */
  notYours: 'leave.not-yours-to-decide',
  papersMissing: 'leave.papers-missing',
  paperNotFound: 'leave-paper.not-found',
  /** A refusal needs a note. */
  noteMissing: 'leave.note-missing',
  cancelInPast: 'leave.cancellation-in-past',
} as const;
