/** Work orders whose customers are called after the work is done (§4). */
export const FOLLOW_UP_KINDS = [
  'fault',
  'complaint',
  'misconduct-report',
  'query',
  'consultation',
  'application',
] as const;
export type FollowUpKind = (typeof FOLLOW_UP_KINDS)[number];

/** To tell the decision (L18), or to ask how it was done (L19, L20, art. 21); one call may do both (C4). */
export const FOLLOW_UP_PURPOSE_NAMES = ['decision-reply', 'call-back'] as const;
export type FollowUpPurposeName = (typeof FOLLOW_UP_PURPOSE_NAMES)[number];

/** Every one of its kind, the sample of a fault's calls, or picked by the shift leader besides. */
export const FOLLOW_UP_BASES = ['each', 'fault', 'picked'] as const;
export type FollowUpBasis = (typeof FOLLOW_UP_BASES)[number];

export const FOLLOW_UP_STATUSES = [
  'open',
  'assigned',
  'done',
  /** Given up after too many tries; it counts as planned and not done. */
  'not-reached',
  /** There is nobody to call (C5); no part of the count. */
  'excluded',
  /** The case goes on, was merged, or the customer was told otherwise; no part of the count. */
  'withdrawn',
] as const;
export type FollowUpStatus = (typeof FOLLOW_UP_STATUSES)[number];

export const FOLLOW_UP_OUTCOMES = [
  'reached',
  'no-answer',
  'busy',
  'wrong-number',
  /** Answered and asked for another time. */
  'call-later',
  /** Answered and did not wish to be asked; counts as done, without an opinion. */
  'refused',
] as const;
export type FollowUpOutcome = (typeof FOLLOW_UP_OUTCOMES)[number];

/** `fax`: an answer in writing where the customer asked for one (art. 21(9)). */
export const FOLLOW_UP_CHANNELS = ['phone', 'fax'] as const;
export type FollowUpChannel = (typeof FOLLOW_UP_CHANNELS)[number];

export const FOLLOW_UP_JUDGEMENTS = ['satisfied', 'neutral', 'dissatisfied'] as const;
export type FollowUpJudgement = (typeof FOLLOW_UP_JUDGEMENTS)[number];

/** What becomes of the case of a dissatisfied customer. */
export const FOLLOW_UP_ACTIONS = ['reopen', 'open-complaint'] as const;
export type FollowUpAction = (typeof FOLLOW_UP_ACTIONS)[number];

/** Why nobody is called: such follow-ups are no part of the 100 % (C5). */
export const EXCLUSION_REASONS = [
  /** Anonymous, and nothing was left by which to reach the reporter; found by the system. */
  'anonymous',
  /** The customer wished for no contact. */
  'no-contact-wished',
  'no-number',
  'wrong-number',
] as const;
export type ExclusionReason = (typeof EXCLUSION_REASONS)[number];

export const FOLLOW_UP_SORTS = ['dueAt', '-dueAt', 'arisesAt', '-arisesAt', 'callFrom'] as const;
export type FollowUpSort = (typeof FOLLOW_UP_SORTS)[number];

export const FOLLOW_UP_FIGURES_BY = ['kind', 'purpose', 'area', 'assignee', 'day'] as const;
export type FollowUpFiguresBy = (typeof FOLLOW_UP_FIGURES_BY)[number];
