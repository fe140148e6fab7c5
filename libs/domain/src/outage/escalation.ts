import type { EscalationStep, NoticeRecipient, OutagePolicy } from './outage-policy';

const DAY_MS = 86_400_000;

/** Steps for an outage: days where it is planned and more than a day away, else minutes. */
export function escalationOf(
  outage: { readonly kind: string; readonly startsAt: Date },
  now: Date,
  policy: OutagePolicy,
): readonly EscalationStep[] {
  const isFar = outage.kind === 'planned' && outage.startsAt.getTime() - now.getTime() > DAY_MS;
  return isFar ? policy.escalation.planned : policy.escalation.urgent;
}

export interface Escalated {
  /** How often it was escalated, from 1. */
  readonly level: number;
  readonly recipients: readonly NoticeRecipient[];
  readonly nextAt: Date;
}

/**
 * The escalation after `level` others: its step and all before it are told; the last step is repeated until somebody
 * has confirmed (art. 19(5)).
 */
export function escalate(steps: readonly EscalationStep[], level: number, now: Date): Escalated {
  const reached = steps.slice(0, level + 1);
  return {
    level: level + 1,
    recipients: [...new Set(reached.map(({ recipient }) => recipient))],
    nextAt: escalatesAt(steps, level + 1, now),
  };
}

/** When the escalation after `level` others is due. */
export function escalatesAt(steps: readonly EscalationStep[], level: number, since: Date): Date {
  const step = steps[Math.min(level, steps.length - 1)];
  if (!step) throw new RangeError('an escalation needs at least one step');
  return new Date(since.getTime() + step.afterMinutes * 60_000);
}
