import type { QueueEvent } from '../queue-node.port';

/** How a simulated agent takes calls; milliseconds. */
export interface PhoneManner {
  /** From the first ring to the answer; 12,000 and more: not answered. Default 1,000. */
  readonly answerAfterMs?: number;
  /** From the answer to the agent's hang-up; absent: the caller ends the talk. */
  readonly talkMs?: number;
  readonly hold?: { readonly afterMs: number; readonly forMs: number };
  readonly declines?: boolean;
}

/** A caller in a simulated queue. */
export interface SimulatedWaiting {
  readonly callId: string;
  readonly queue: string;
  readonly priority: number;
  readonly maxWaitSeconds: number;
}

type Untimed<One> = One extends QueueEvent ? Omit<One, 'at'> : never;

/** Tells an event; the time is now. */
export type TellQueueEvent = (event: Untimed<QueueEvent>) => void;

export const seconds = (ms: number): number => Math.floor(ms / 1_000);
