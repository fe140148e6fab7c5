/** Time as the telephony code sees it: the machine's, or virtual for tests and simulated calls. */
export interface Scheduler {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Runs `run` once after `delayMs` (≥ 0); the function returned cancels it. */
  after(delayMs: number, run: () => void): () => void;
}

/** Time as the machine's clock tells it. */
export class RealScheduler implements Scheduler {
  now(): number {
    return Date.now();
  }

  after(delayMs: number, run: () => void): () => void {
    const timer = setTimeout(run, delayMs);
    return () => clearTimeout(timer);
  }
}
