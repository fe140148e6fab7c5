import type { FlowRating } from '@switchyard/domain';
import type { InboundPhaseName, ValueTier } from '@switchyard/contracts';
import type { EndReason, InboundCall } from './inbound-call';

export interface InboundCallFilter {
  readonly since?: string;
  readonly until?: string;
  readonly phone?: string;
  readonly accountNo?: string;
  readonly valueTier?: ValueTier;
  readonly phase?: InboundPhaseName;
  readonly limit: number;
  readonly after?: { readonly startedAt: string; readonly callId: string };
}

export interface StoredRating extends FlowRating {
  readonly agentId: string | null;
  readonly matter: string | null;
  readonly ratedAt: Date;
}

export interface InboundCallStory extends InboundCall {
  readonly flow: string | null;
  readonly flowVersion: number | null;
  readonly rating: StoredRating | null;
}

export abstract class InboundCalls {
  /** Stores calls as they are now; each at most once in the list. */
  abstract save(calls: readonly InboundCall[]): Promise<void>;

  abstract find(callIds: readonly string[]): Promise<readonly InboundCall[]>;

  /** Calls of a node that have not ended as far as is known. */
  abstract openOn(node: string): Promise<readonly InboundCall[]>;

  /** Ends calls of which nobody saw the end; those that have ended already stay as they are. */
  abstract endUnseen(ends: readonly UnseenEnd[]): Promise<void>;

  /** Those of the ids that carry notices (T1.8) and belong to the dialer. */
  abstract toldNotices(callIds: readonly string[]): Promise<readonly string[]>;

  /** Removes the number from what the dialer stored of this call, when it had been taken for a returned one. */
  abstract forgetNumber(callId: string): Promise<void>;

  /** Stores the rating as it is by now. */
  abstract rate(rating: CallRating): Promise<void>;

  /** Newest first; one more than `limit`, so that the next page is known. */
  abstract list(
    filter: InboundCallFilter,
  ): Promise<readonly (InboundCall & { readonly startedKey: string })[]>;

  abstract story(callId: string): Promise<InboundCallStory | undefined>;
}

export interface UnseenEnd {
  readonly callId: string;
  readonly endedAt: Date;
  readonly reason: EndReason;
}

export interface CallRating {
  readonly callId: string;
  /** SIP user of the agent who is rated. */
  readonly agent: string | null;
  readonly queue: string | null;
  readonly matter: string | null;
  readonly rating: FlowRating;
  readonly ratedAt: Date;
}
