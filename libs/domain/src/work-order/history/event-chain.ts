import { canonicalJson } from './canonical-json';

/** One stored event of a work order's history. */
export interface ChainedEvent {
  readonly number: string;
  /** From 1, without a gap. */
  readonly seq: number;
  readonly type: string;
  readonly at: Date;
  readonly actorId: string;
  /** Department that the work order was with after it. */
  readonly owner: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly prevHash: string;
  readonly hash: string;
}

/** SHA-256 of a text, in hex: the one thing that a rule here cannot do itself. */
export type Digest = (text: string) => string;

/** What the hash of the first event follows. */
export const CHAIN_START = '';

/** Hash of an event: of everything in it, and through the hash before it of all that went before (§5). */
export function hashOf(event: Omit<ChainedEvent, 'hash'>, digest: Digest): string {
  const { number, seq, type, at, actorId, owner, data, prevHash } = event;
  return digest(canonicalJson(['v1', number, seq, type, at.toISOString(), actorId, owner, data, prevHash]));
}

export type ChainVerdict =
  | { readonly intact: true; readonly events: number }
  | { readonly intact: false; readonly events: number; readonly seq: number; readonly problem: ChainProblem };

/** `missing`: a gap, or an end other than the work order knows; `changed`: not what was written; `unlinked`: follows another. */
export type ChainProblem = 'missing' | 'changed' | 'unlinked';

/**
 * Whether a history is all that was written, and as it was. `head` is what the work order itself knows of its newest
 * event. Events in order of `seq`.
 */
export function verifyChain(
  events: readonly ChainedEvent[],
  head: { readonly seq: number; readonly hash: string },
  digest: Digest,
): ChainVerdict {
  const broken = (seq: number, problem: ChainProblem): ChainVerdict => ({
    intact: false,
    events: events.length,
    seq,
    problem,
  });
  let prevHash = CHAIN_START;
  for (const [index, event] of events.entries()) {
    const seq = index + 1;
    if (event.seq !== seq) return broken(seq, 'missing');
    if (event.prevHash !== prevHash) return broken(seq, 'unlinked');
    if (hashOf(event, digest) !== event.hash) return broken(seq, 'changed');
    prevHash = event.hash;
  }
  if (events.length !== head.seq) return broken(events.length + 1, 'missing');
  return prevHash === head.hash ? { intact: true, events: events.length } : broken(head.seq, 'changed');
}
