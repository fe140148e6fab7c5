/** Runs at most `width` pieces of work at once and lets at most `queue` wait. */
export class BoundedPool {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(
    private readonly width: number,
    private readonly queue: number,
    /** What is thrown at whoever would wait behind a full queue. */
    private readonly busy: () => Error,
  ) {}

  /** @throws what `busy` makes when too much is waiting already */
  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.running >= this.width) await this.turn();
    else this.running += 1;
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.running -= 1;
    }
  }

  private turn(): Promise<void> {
    if (this.waiting.length >= this.queue) {
      throw this.busy();
    }
    return new Promise((resolve) => this.waiting.push(resolve));
  }
}
