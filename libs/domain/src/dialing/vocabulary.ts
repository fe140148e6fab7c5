/** Kinds of batch (T2.1) that are dialled so far. A new kind: add it here and to the policy. */
export const BATCH_KINDS = ['bill-notice', 'arrears-reminder', 'outage-notice'] as const;
export type BatchKind = (typeof BATCH_KINDS)[number];

/** Who is called decides when (T2.7). */
export const CUSTOMER_KINDS = ['resident', 'organisation', 'sole-trader'] as const;
export type CustomerKind = (typeof CUSTOMER_KINDS)[number];

/** How an attempt ended. */
export const OUTCOMES = [
  /** Pressed 1. */
  'confirmed',
  /** Heard the essential part. */
  'heard',
  /** Answered and hung up before the essential part was over. */
  'hung-up-early',
  /** Answered, did not hang up, yet heard too little (silence, our side broke off). */
  'no-reaction',
  'busy',
  'no-answer',
  'rejected',
  /** Not reachable at the moment: off, out of coverage, its line out of order. */
  'switched-off',
  'invalid-number',
  /** Pressed 9: do not call me for this. */
  'opted-out',
  /** Pressed 3: call me later. */
  'call-later',
  /** Pressed 0: a human, please. */
  'human-requested',
  'voicemail',
  /** Our side failed before the customer was disturbed. */
  'technical',
  /** The evidence is lost or says nothing (T3.2). */
  'unknown',
] as const;
export type Outcome = (typeof OUTCOMES)[number];

export const HAND_OFF_REASONS = [
  'exhausted',
  'invalid',
  'opted-out',
  'do-not-call',
  'deadline',
  'technical',
] as const;
export type HandOffReason = (typeof HAND_OFF_REASONS)[number];

export const CANCEL_REASONS = ['paid', 'restored', 'reached-elsewhere', 'stopped'] as const;
export type CancelReason = (typeof CANCEL_REASONS)[number];

/** How a contact ended; the three always sum to the contacts. */
export type Disposition =
  | { readonly kind: 'delivered' }
  | { readonly kind: 'handed-off'; readonly reason: HandOffReason }
  | { readonly kind: 'cancelled'; readonly reason: CancelReason };
