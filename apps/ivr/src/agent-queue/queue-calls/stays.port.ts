import type {
  ListFlag,
  QueueCall,
  QueueCallEvent,
  QueueName,
  QueueOutcome,
  ValueTier,
} from '@switchyard/domain';

/** Which caller's stay, in which queue of which PBX node. */
export interface StayKey {
  readonly node: string;
  readonly callId: string;
  readonly queue: QueueName;
}

export interface StayRow extends Omit<QueueCall, 'sipUser' | 'enteredEstimated'> {
  readonly id: string;
  readonly callId: string;
  readonly queue: QueueName;
  /** Null where nothing is known of the caller. */
  readonly priority: number | null;
  readonly valueTier: ValueTier | null;
  readonly listFlag: ListFlag | null;
  readonly agentId: string | null;
  readonly afterCallSeconds: number | null;
}

export interface StayFilter {
  readonly callId?: string;
  readonly queue?: QueueName;
  readonly outcome?: QueueOutcome;
  readonly agentId?: string;
  readonly from?: Date;
  readonly to?: Date;
  readonly limit: number;
  readonly before?: { readonly enteredAt: string; readonly id: string };
}

/** Callers who wait or waited in a queue; one row for each stay. */
export abstract class Stays {
  /**
   * Adds one event to what is known, whatever came before it. A new stay takes over what is known of the caller.
   * @returns whether anything became known
   */
  abstract tell(key: StayKey, event: QueueCallEvent): Promise<boolean>;
  /** The caller has left the queue for an agent. */
  abstract noteWithAgent(callId: string): Promise<void>;
  /** An agent let the caller's call ring in vain. */
  abstract noteMissedRing(key: StayKey): Promise<void>;
  /**
   * Ends what the PBX no longer knows: stays on this node that neither wait nor are talked, and that began before
   * `before`. How they ended is unknown, unless the PBX's own log tells it later.
   */
  abstract endLost(node: string, alive: readonly string[], before: Date, now: Date): Promise<number>;
  /** The latest first; one more than `limit` when there are more. */
  abstract list(filter: StayFilter): Promise<readonly (StayRow & { readonly enteredKey: string })[]>;
}
