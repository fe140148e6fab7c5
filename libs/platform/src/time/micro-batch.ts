export interface MicroBatchOptions {
  /** Milliseconds that an item waits for others; 0: only for those of the same turn of the event loop. Default 10. */
  readonly windowMs?: number;
  /** Items of one round, from 1; a full round does not wait. Default 200. */
  readonly limit?: number;
  /** What comes after a window in which nothing came does not wait: only a crowd is gathered. Default false. */
  readonly eager?: boolean;
}

interface Waiting<Item, Result> {
  readonly item: Item;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Gathers items that arrive shortly after one another and works on them together: one statement or one message for many
 * calls. Each caller gets its own item's result; when the work fails, every caller of that round gets the error.
 */
export class MicroBatch<Item, Result> {
  private pending: Waiting<Item, Result>[] = [];
  private cancel: (() => void) | undefined;
  private lastRoundAt = -Infinity;
  private readonly windowMs: number;
  private readonly limit: number;
  private readonly eager: boolean;

  constructor(
    private readonly work: (items: readonly Item[]) => Promise<readonly Result[]>,
    { windowMs = 10, limit = 200, eager = false }: MicroBatchOptions = {},
  ) {
    this.windowMs = windowMs;
    this.limit = limit;
    this.eager = eager;
  }

  /** @throws whatever the work throws, or an Error when it answers with fewer results than items. */
  add(item: Item): Promise<Result> {
    return new Promise<Result>((resolve, reject) => {
      this.pending.push({ item, resolve, reject });
      if (this.pending.length >= this.limit) this.flush();
      else this.cancel ??= this.flushLater();
    });
  }

  private flushLater(): () => void {
    const quiet = this.eager && performance.now() - this.lastRoundAt >= this.windowMs;
    if (quiet || this.windowMs === 0) {
      const turn = setImmediate(() => this.flush());
      return () => clearImmediate(turn);
    }
    const timer = setTimeout(() => this.flush(), this.windowMs);
    return () => clearTimeout(timer);
  }

  private flush(): void {
    this.cancel?.();
    this.cancel = undefined;
    this.lastRoundAt = performance.now();
    const round = this.pending;
    this.pending = [];
    this.work(round.map(({ item }) => item)).then(
      (results) => round.forEach((entry, index) => settle(entry, results[index])),
      (error: unknown) => round.forEach(({ reject }) => reject(error)),
    );
  }
}

function settle<Result>(entry: Waiting<unknown, Result>, result: Result | undefined): void {
  if (result === undefined) entry.reject(new Error('the batch answered with fewer results than items'));
  else entry.resolve(result);
}
