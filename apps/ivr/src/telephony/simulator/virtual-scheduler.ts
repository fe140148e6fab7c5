import type { Scheduler } from '../scheduler';

interface Entry {
  readonly at: number;
  readonly order: number;
  readonly run: () => void;
  cancelled: boolean;
}

/** Time that moves only when told to; between two entries every promise that can settle does. */
export class VirtualScheduler implements Scheduler {
  private readonly heap: Entry[] = [];
  private order = 0;

  constructor(private time = 0) {}

  now(): number {
    return this.time;
  }

  after(delayMs: number, run: () => void): () => void {
    const entry: Entry = {
      at: this.time + Math.max(0, delayMs),
      order: this.order++,
      run,
      cancelled: false,
    };
    this.push(entry);
    return () => {
      entry.cancelled = true;
    };
  }

  /** Runs what is due within the next `ms` milliseconds of virtual time and moves time forward by them. */
  async advance(ms: number): Promise<void> {
    const end = this.time + ms;
    await settlePromises();
    for (let next = this.peek(); next !== undefined && next.at <= end; next = this.peek()) {
      await this.step();
    }
    this.time = end;
  }

  /**
   * Moves time forward until nothing is due, for at most `limitMs` of virtual time.
   * @throws Error when something is still due at the limit.
   */
  async runUntilIdle(limitMs = 24 * 3_600_000): Promise<void> {
    const end = this.time + limitMs;
    await settlePromises();
    for (let next = this.peek(); next !== undefined; next = this.peek()) {
      if (next.at > end) throw new Error(`still busy after ${limitMs} ms of virtual time`);
      await this.step();
    }
  }

  private async step(): Promise<void> {
    const entry = this.pop();
    if (entry === undefined) return;
    this.time = Math.max(this.time, entry.at);
    entry.run();
    if (this.peek()?.at !== this.time) await settlePromises();
  }

  private peek(): Entry | undefined {
    while (this.heap[0]?.cancelled) this.pop();
    return this.heap[0];
  }

  private push(entry: Entry): void {
    let at = this.heap.length;
    this.heap.push(entry);
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const above = this.heap[parent] as Entry;
      if (!before(entry, above)) break;
      this.heap[at] = above;
      at = parent;
    }
    this.heap[at] = entry;
  }

  private pop(): Entry | undefined {
    const top = this.heap[0];
    const last = this.heap.pop();
    if (top === undefined || last === undefined || this.heap.length === 0) return top;
    let at = 0;
    for (;;) {
      let child = at * 2 + 1;
      const left = this.heap[child];
      if (left === undefined) break;
      const right = this.heap[child + 1];
      if (right !== undefined && before(right, left)) child += 1;
      const below = this.heap[child] as Entry;
      if (!before(below, last)) break;
      this.heap[at] = below;
      at = child;
    }
    this.heap[at] = last;
    return top;
  }
}

function before(a: Entry, b: Entry): boolean {
  return a.at < b.at || (a.at === b.at && a.order < b.order);
}

/** One turn of the event loop: every promise chain without I/O has run to its end by then. */
function settlePromises(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
