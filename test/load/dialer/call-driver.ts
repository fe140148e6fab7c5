/** One of the baselines: places calls, and does with them what it takes for one prompt each. */
export interface CallDriver {
  /** Begins one call; does not wait for it. */
  place(number: string): void;
  /** Since the last call of this. */
  takeFigures(): DriverFigures;
  close(): Promise<void>;
}

export interface DriverFigures {
  /** Calls that the PBX did not take. */
  readonly refused: number;
  /** Milliseconds from the order until the call is under our control; empty where it never is. */
  readonly setupMs: readonly number[];
}
