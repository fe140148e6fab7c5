import type { MonitoringRule } from './quality-policy';

/** Why automatic monitoring points at a call (§14). */
export const MONITORING_HINTS = ['long-talk', 'long-after-call', 'long-ring', 'low-rating'] as const;
export type MonitoringHint = (typeof MONITORING_HINTS)[number];

export interface HandledCall {
  readonly talkSeconds?: number;
  readonly afterCallSeconds?: number;
  readonly ringSeconds?: number;
  /** Satisfaction of the caller, 1 to 5. */
  readonly csat?: number;
}

/** The limits that a call went over (art. 23(4)–(6)), and a low rating by the caller; what is not known points at nothing. */
export function monitoringHints(call: HandledCall, rule: MonitoringRule): MonitoringHint[] {
  const over = (value: number | undefined, limit: number) => value !== undefined && value > limit;
  const hints: Readonly<Record<MonitoringHint, boolean>> = {
    'long-talk': over(call.talkSeconds, rule.talkSeconds),
    'long-after-call': over(call.afterCallSeconds, rule.afterCallSeconds),
    'long-ring': over(call.ringSeconds, rule.ringSeconds),
    'low-rating': call.csat !== undefined && call.csat <= rule.ratingAtMost,
  };
  return MONITORING_HINTS.filter((hint) => hints[hint]);
}
