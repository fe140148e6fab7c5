import type { DialObstacle } from '@switchyard/domain';

export interface NotedObstacle {
  readonly batchId: string;
  /** Null: nothing; what waits is next in turn. */
  readonly obstacle: DialObstacle | null;
}

/** What holds running batches up on each node, for those who ask why nobody is dialled (T2.12). */
export abstract class Obstacles {
  /** Takes the place of what was noted of the node before. */
  abstract note(node: string, obstacles: readonly NotedObstacle[]): Promise<void>;
}
