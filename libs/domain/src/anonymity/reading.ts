import { DocumentReader, type DocumentProblem, ok, refused, type Result } from '../shared';

/** Where a request to read a reporter's identity stands. */
export const READING_STATES = ['pending', 'approved', 'refused', 'withdrawn', 'read', 'expired'] as const;
export type ReadingState = (typeof READING_STATES)[number];

/** Dated numbers of reading identities that are kept apart (§5) [ours]. */
export interface IdentityReadingPolicy {
  /** Minutes that an approval holds, 1 to 1440. */
  readonly approvalMinutes: number;
  /** Hours that a request waits for a decision, 1 to 720. */
  readonly pendingHours: number;
  /** Characters that a reason has at least, 1 to 200. */
  readonly reasonLength: number;
}

export const STANDARD_IDENTITY_READING_POLICY: IdentityReadingPolicy = {
  approvalMinutes: 60,
  pendingHours: 72,
  reasonLength: 10,
};

/** A policy out of JSON, with every problem named by its path. */
export function parseIdentityReadingPolicy(
  document: unknown,
): Result<IdentityReadingPolicy, readonly DocumentProblem[]> {
  const reader = new DocumentReader(document);
  const policy: IdentityReadingPolicy = {
    approvalMinutes: reader.integer('approvalMinutes', 1, 1440),
    pendingHours: reader.integer('pendingHours', 1, 720),
    reasonLength: reader.integer('reasonLength', 1, 200),
  };
  reader.refuseUnknownFields();
  return reader.problems.length === 0 ? ok(policy) : refused(reader.problems);
}

export interface ReadingFacts {
  /** As stored: neither time has been looked at. */
  readonly state: Exclude<ReadingState, 'expired'>;
  readonly requestedBy: string;
  /** Until when a decision may be made; after an approval until when it may be used. */
  readonly until: Date;
}

/** Where it stands at an instant: what waits or was approved ends with its time. */
export function readingStateAt({ state, until }: ReadingFacts, now: Date): ReadingState {
  return (state === 'pending' || state === 'approved') && until <= now ? 'expired' : state;
}

export type DecisionRefusal = 'not-in-state' | 'own-request';

/** Whether somebody may approve or refuse: a second person, while the request waits (§5). */
export function mayDecide(request: ReadingFacts, actor: string, now: Date): Result<true, DecisionRefusal> {
  if (readingStateAt(request, now) !== 'pending') return refused('not-in-state');
  return request.requestedBy === actor ? refused('own-request') : ok(true);
}

export type ReadingRefusal = 'not-approved' | 'not-yours' | 'already-read' | 'expired';

/** Whether somebody may read now: who asked, once, within the time of the approval (§5). */
export function mayRead(request: ReadingFacts, actor: string, now: Date): Result<true, ReadingRefusal> {
  if (request.requestedBy !== actor) return refused('not-yours');
  const state = readingStateAt(request, now);
  switch (state) {
    case 'approved':
      return ok(true);
    case 'read':
      return refused('already-read');
    case 'expired':
      return refused('expired');
    case 'pending':
    case 'refused':
    case 'withdrawn':
      return refused('not-approved');
  }
}
