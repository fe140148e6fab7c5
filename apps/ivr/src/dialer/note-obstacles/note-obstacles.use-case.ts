import type { DialObstacle } from '@switchyard/domain';
import type { Obstacles } from './obstacles.port';

/** Milliseconds after which the same is noted again: what is old counts for nothing. */
const REFRESH = 5_000;

/** Notes what holds batches up, when it changes and now and then. */
export class NoteObstacles {
  private readonly noted = new Map<string, { readonly text: string; readonly at: number }>();

  constructor(
    private readonly obstacles: Obstacles,
    private readonly monotonicNow: () => number = () => performance.now(),
  ) {}

  async execute(node: string, found: ReadonlyMap<string, DialObstacle | null>): Promise<void> {
    const obstacles = [...found].map(([batchId, obstacle]) => ({ batchId, obstacle }));
    const text = JSON.stringify(obstacles);
    const before = this.noted.get(node);
    const at = this.monotonicNow();
    if (before?.text === text && (obstacles.length === 0 || at - before.at < REFRESH)) return;
    await this.obstacles.note(node, obstacles);
    this.noted.set(node, { text, at });
  }
}
