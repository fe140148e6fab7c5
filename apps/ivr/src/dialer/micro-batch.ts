/**
 * Gathers items that arrive within `windowMs` (at most `limit`) and works on them together: one statement for many
 * calls. Each caller gets its own item's result; when the work fails, every caller of that round gets the error.
 */
export class MicroBatch<Item, Result> {
  private pending: { item: Item; resolve: (result: Result) => void; reject: (error: unknown) => void }[] = [];
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly work: (items: readonly Item[]) => Promise<readonly Result[]>,
    private readonly windowMs = 10,
    private readonly limit = 200,
  ) {}

  /** @throws whatever the work throws, or an Error when it answers with fewer results than items. */
  add(item: Item): Promise<Result> {
    return new Promise<Result>((resolve, reject) => {
      this.pending.push({ item, resolve, reject });
      if (this.pending.length >= this.limit) this.flush();
      else this.timer ??= setTimeout(() => this.flush(), this.windowMs);
    });
  }

  private flush(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    const round = this.pending;
    this.pending = [];
    this.work(round.map(({ item }) => item)).then(
      (results) => round.forEach((entry, index) => settle(entry, results[index])),
      (error: unknown) => round.forEach(({ reject }) => reject(error)),
    );
  }
}

function settle<Result>(
  entry: { resolve: (result: Result) => void; reject: (error: unknown) => void },
  result: Result | undefined,
): void {
  if (result === undefined) entry.reject(new Error('the batch answered with fewer results than items'));
  else entry.resolve(result);
}
