/** The queues of the PBX; all but `general` and `vip` are skills (T4.1). */
export const QUEUE_NAMES = ['general', 'billing', 'fault', 'complaint', 'english', 'vip'] as const;
export type QueueName = (typeof QUEUE_NAMES)[number];

export const AGENT_STATES = ['signed-out', 'ready', 'ringing', 'talking', 'after-call-work', 'away'] as const;
export type AgentStateName = (typeof AGENT_STATES)[number];

/** How a caller's wait in a queue ended. `answered` is a human's answer. */
export const QUEUE_OUTCOMES = [
  'answered',
  'abandoned',
  'timeout',
  'full',
  'empty',
  'call-back',
  'unavailable',
] as const;
export type QueueOutcome = (typeof QUEUE_OUTCOMES)[number];
