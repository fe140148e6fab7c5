import type { Scheduler } from '../../telephony/scheduler';

/**
 * Callers begun at once; milliseconds that a beginning takes at most, that a caller waits for its own before it hears the
 * line ring, and that it waits at most.
 */
export const BEGINNING = { atOnce: 60, slotMs: 5_000, ringAfterMs: 300, longestWaitMs: 10_000 } as const;
/** Milliseconds between looks at those who wait; nobody looks while nobody does. */
const LOOK = 100;

export interface Beginning {
  readonly begin: () => void;
  /** It waits for its turn. */
  readonly ring: () => void;
  /** Instead of `begin`, when that would be too late. */
  readonly late: () => void;
}

interface Waiting extends Beginning {
  readonly since: number;
  rings: boolean;
}

/**
 * How many callers may be between their arrival and their first prompt at one time. The others wait unanswered, in the
 * order in which they came, and cost next to nothing: when more come than a process can begin (it has just started, the
 * machine is busy), those who are in menus still get their answers in time.
 */
export class BeginInTurn {
  /** Callers who are being begun, and since when. */
  private readonly begun = new Map<string, number>();
  private readonly waiting = new Map<string, Waiting>();
  private looking = false;

  constructor(
    private readonly scheduler: Scheduler,
    private readonly limits: Readonly<Record<keyof typeof BEGINNING, number>> = BEGINNING,
  ) {}

  get waitingNow(): number {
    return this.waiting.size;
  }

  /** Begins at once, or in its turn. */
  take(callId: string, beginning: Beginning): void {
    if (this.waiting.size === 0 && this.hasRoom()) return this.start(callId, beginning);
    this.waiting.set(callId, { ...beginning, since: this.scheduler.now(), rings: false });
    this.look();
  }

  /** Its first prompt plays, it is out of our hands, or it is no more. True when it was still waiting for its turn. */
  done(callId: string): boolean {
    if (this.waiting.delete(callId)) return true;
    if (this.begun.delete(callId) && this.waiting.size > 0) this.startNext();
    return false;
  }

  /** One of whom nothing is heard any more keeps nobody waiting. */
  private hasRoom(): boolean {
    if (this.begun.size < this.limits.atOnce) return true;
    const before = this.scheduler.now() - this.limits.slotMs;
    for (const [callId, since] of this.begun) if (since <= before) this.begun.delete(callId);
    return this.begun.size < this.limits.atOnce;
  }

  private start(callId: string, { begin }: Beginning): void {
    this.begun.set(callId, this.scheduler.now());
    begin();
  }

  private startNext(): void {
    for (const [callId, waiting] of this.waiting) {
      if (!this.hasRoom()) return;
      this.waiting.delete(callId);
      this.start(callId, waiting);
    }
  }

  private look(): void {
    if (this.looking) return;
    this.looking = true;
    this.scheduler.after(LOOK, () => {
      this.looking = false;
      this.startNext();
      for (const [callId, waiting] of this.waiting) this.tend(callId, waiting);
      if (this.waiting.size > 0) this.look();
    });
  }

  private tend(callId: string, waiting: Waiting): void {
    const waited = this.scheduler.now() - waiting.since;
    if (waited >= this.limits.longestWaitMs) {
      this.waiting.delete(callId);
      waiting.late();
    } else if (!waiting.rings && waited >= this.limits.ringAfterMs) {
      waiting.rings = true;
      waiting.ring();
    }
  }
}
