import type { ClockPolicyVersion, ClockSpan } from '../policy';
import type { Pause } from '../time';

/** A clock while the history is read: what happened to it, nothing reckoned yet. */
export interface Draft {
  readonly policy: ClockPolicyVersion;
  readonly owner: string;
  readonly cycle: number;
  readonly startedAt: Date;
  /** The instant that the start event names, or a later one moves it to, for targets that are given. */
  givenAt: Date | undefined;
  readonly pauses: Pause[];
  span: ClockSpan | undefined;
  manualDueAt: Date | undefined;
  metAt: Date | undefined;
  endedAt: Date | undefined;
  endedBy: string | undefined;
}

export function isOver({ metAt, endedAt }: Draft): boolean {
  return metAt !== undefined || endedAt !== undefined;
}

/** Stands still from `at` on; a pause within a pause is none, and limits that pauses do not concern run on. */
export function pauseDraft(draft: Draft, at: Date): void {
  const last = draft.pauses.at(-1);
  if (draft.policy.pause === 'ignored' || (last && last.to === undefined)) return;
  draft.pauses.push({ from: latest(at, last?.to ?? draft.startedAt) });
}

export function resumeDraft(draft: Draft, at: Date): void {
  const last = draft.pauses.at(-1);
  if (last === undefined || last.to !== undefined) return;
  draft.pauses.pop();
  if (at > last.from) draft.pauses.push({ from: last.from, to: at });
}

export function meetDraft(draft: Draft, at: Date): void {
  draft.metAt = latest(at, draft.startedAt);
  resumeDraft(draft, draft.metAt);
}

export function endDraft(draft: Draft, at: Date, by: string): void {
  draft.endedAt = latest(at, draft.startedAt);
  draft.endedBy = by;
  resumeDraft(draft, draft.endedAt);
}

export function latest(first: Date, second: Date): Date {
  return first > second ? first : second;
}
