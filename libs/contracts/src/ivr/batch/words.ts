/** The words that batches, contacts and attempts use on the wire; one list each, nowhere repeated. */
export const BATCH_KINDS = ['bill-notice', 'arrears-reminder', 'outage-notice'] as const;
export type BatchKindName = (typeof BATCH_KINDS)[number];

export const BATCH_STATES = ['draft', 'ready', 'running', 'paused', 'finished', 'stopped'] as const;
export type BatchStateName = (typeof BATCH_STATES)[number];

export const LANGUAGES = ['zh-CN', 'en'] as const;
export type LanguageName = (typeof LANGUAGES)[number];

export const SUCCESS_RULES = ['key-or-essential-part', 'key-only'] as const;
export type SuccessRuleName = (typeof SUCCESS_RULES)[number];

export const CONTACT_STATES = ['waiting', 'calling', 'done'] as const;
export type ContactStateName = (typeof CONTACT_STATES)[number];

export const DISPOSITIONS = ['delivered', 'handed-off', 'cancelled'] as const;
export type DispositionName = (typeof DISPOSITIONS)[number];

export const HAND_OFF_REASONS = [
  'exhausted',
  'invalid',
  'opted-out',
  'do-not-call',
  'deadline',
  'technical',
] as const;
export type HandOffReasonName = (typeof HAND_OFF_REASONS)[number];

export const CANCEL_REASONS = ['paid', 'restored', 'reached-elsewhere', 'stopped'] as const;
export type CancelReasonName = (typeof CANCEL_REASONS)[number];

export const HAND_OFF_FORMATS = ['csv', 'xlsx', 'pdf'] as const;
export type HandOffFormat = (typeof HAND_OFF_FORMATS)[number];
