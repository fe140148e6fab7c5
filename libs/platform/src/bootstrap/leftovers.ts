/**
 * What a start has opened so far. When a later step fails there is no application yet that could close it.
 */
export class Leftovers {
  private readonly closers: (() => Promise<void>)[] = [];

  add(close: () => Promise<void>): void {
    this.closers.push(close);
  }

  /** Closes all; one that cannot be closed does not keep the others open, and does not hide why the start failed. */
  async clear(): Promise<void> {
    await Promise.allSettled(this.closers.splice(0).map((close) => close()));
  }
}
