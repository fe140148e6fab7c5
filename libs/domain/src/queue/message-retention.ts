import type { AgentPolicy } from './agent-policy';

/** A work order that a caller's message or the recording of a talk belongs to. */
export interface MessageUse {
  readonly kind: string;
  /** Absent while it is open. */
  readonly closedAt?: Date;
}

const DAY_MS = 86_400_000;
/** What may not be destroyed lightly (art. 15(13)). */
const EVIDENCE: readonly string[] = ['complaint', 'misconduct-report'];

export const isEvidence = ({ kind }: MessageUse): boolean => EVIDENCE.includes(kind);

type Periods = Pick<AgentPolicy, 'messageDays' | 'evidenceDays'>;

/**
 * Until when a caller's message is kept, and by how many days (§5): counted from the day on which the last of its work
 * orders was closed; of a message that belongs to none from when it was left. Undefined while one is open: what is in use is not deleted.
 */
export function messageKeptUntil(
  leftAt: Date,
  uses: readonly MessageUse[],
  { messageDays, evidenceDays }: Periods,
): { readonly until: Date; readonly days: number } | undefined {
  const closed = uses.flatMap(({ closedAt }) => closedAt?.getTime() ?? []);
  if (closed.length < uses.length) return undefined;
  const days = uses.some(isEvidence) ? Math.max(messageDays, evidenceDays) : messageDays;
  return { until: new Date(Math.max(leftAt.getTime(), ...closed) + days * DAY_MS), days };
}
