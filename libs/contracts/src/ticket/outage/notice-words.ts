/** What customers are told: that it is out or will be, that something of it changes, that it does not take place, or that supply is back. */
export const NOTICE_OCCASIONS = ['announcement', 'change', 'cancellation', 'restoration'] as const;
export type NoticeOccasion = (typeof NOTICE_OCCASIONS)[number];

export const NOTICE_STATES = [
  /** In the plan. */
  'waiting',
  /** Given to the dialler. */
  'calling',
  /** Told, and proven: an answered call, or a person's word. */
  'confirmed',
  /** No number, or no call could reach it: somebody has to tell an important customer otherwise. */
  'failed',
  /** The plan ended before. */
  'dropped',
] as const;
export type NoticeState = (typeof NOTICE_STATES)[number];

/** Art. 19(5): by SMS, phone or fax, delivery ensured and recorded. */
export const NOTICE_PROOFS = ['answered-call', 'phone', 'sms', 'fax', 'in-person'] as const;
export type NoticeProof = (typeof NOTICE_PROOFS)[number];

export const OUTAGE_NOTICE_ERRORS = {
  planNotFound: 'outage-notice.plan-not-found',
  notFound: 'outage-notice.not-found',
  /** It is confirmed already, or the plan has ended; `details.state` says which. */
  wrongState: 'outage-notice.not-allowed-in-state',
} as const;
