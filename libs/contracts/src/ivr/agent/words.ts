/** The words that agents, queues and recordings use on the wire; one list each, nowhere repeated. */
export const QUEUES = ['general', 'billing', 'fault', 'complaint', 'english', 'vip'] as const;
export type QueueWord = (typeof QUEUES)[number];

export const AGENT_STATE_WORDS = [
  'signed-out',
  'ready',
  'ringing',
  'talking',
  'after-call-work',
  'away',
] as const;
export type AgentStateWord = (typeof AGENT_STATE_WORDS)[number];

export const QUEUE_OUTCOME_WORDS = [
  'answered',
  'abandoned',
  'timeout',
  'full',
  'empty',
  'call-back',
  'unavailable',
] as const;
export type QueueOutcomeWord = (typeof QUEUE_OUTCOME_WORDS)[number];

export const RECORDING_STATES = ['expected', 'stored', 'missing', 'deleted'] as const;
export type RecordingStateWord = (typeof RECORDING_STATES)[number];

/** What a recording can be needed for beyond its days. */
export const RECORDING_NEEDS = ['work-order', 'evidence', 'judgement'] as const;
export type RecordingNeed = (typeof RECORDING_NEEDS)[number];

export const TRANSFER_MODES = ['blind', 'attended'] as const;
export type TransferModeWord = (typeof TRANSFER_MODES)[number];

export const AFTER_CALL_LIMITS = ['ready', 'stay'] as const;
export type AfterCallLimitWord = (typeof AFTER_CALL_LIMITS)[number];

/** Code of an away reason: small letters and dashes. */
export const AWAY_CODE = /^[a-z]+(-[a-z]+)*$/;
