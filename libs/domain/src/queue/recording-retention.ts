import type { AgentPolicy } from './agent-policy';
import { isEvidence, type MessageUse } from './message-retention';

/** What the recording of a talk is needed for beyond its days. */
export interface RecordingUses {
  /** Work orders that the call led to, and those that the recording is attached to. */
  readonly workOrders: readonly MessageUse[];
  /** It is drawn to be judged, or how it was judged can be or is disputed. */
  readonly inJudgement: boolean;
}

export const RECORDING_KEPT_FOR = ['work-order', 'evidence', 'judgement'] as const;
export type RecordingKeptFor = (typeof RECORDING_KEPT_FOR)[number];

export type RecordingDecision =
  | { readonly keep: false }
  /** To be looked at again at `until`. */
  | { readonly keep: true; readonly why: RecordingKeptFor; readonly until: Date };

const DAY_MS = 86_400_000;

/**
 * Whether the recording of a talk is deleted when its days are over (T4.3): not while a work order that it belongs to is
 * open, and one of a complaint or a report of misconduct only `evidenceDays` after the last was closed (§5, art. 15(13));
 * nor while it is to be judged or the judgement may be appealed against (§14). What is open is looked at again a day later.
 */
export function decideRecording(
  { workOrders, inJudgement }: RecordingUses,
  { evidenceDays }: Pick<AgentPolicy, 'evidenceDays'>,
  now: Date,
): RecordingDecision {
  const tomorrow = new Date(now.getTime() + DAY_MS);
  if (workOrders.some(({ closedAt }) => closedAt === undefined)) {
    return { keep: true, why: 'work-order', until: tomorrow };
  }
  const closed = workOrders.filter(isEvidence).flatMap(({ closedAt }) => closedAt?.getTime() ?? []);
  const until = Math.max(0, ...closed) + evidenceDays * DAY_MS;
  if (closed.length > 0 && until > now.getTime()) {
    return { keep: true, why: 'evidence', until: new Date(until) };
  }
  return inJudgement ? { keep: true, why: 'judgement', until: tomorrow } : { keep: false };
}
