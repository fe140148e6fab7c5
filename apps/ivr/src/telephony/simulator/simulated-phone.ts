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
