import type { DialObstacle } from '@switchyard/domain';
import { NoteObstacles } from './note-obstacles.use-case';
import { type NotedObstacle, Obstacles } from './obstacles.port';

class KeptObstacles extends Obstacles {
  readonly notes: (readonly NotedObstacle[])[] = [];

  async note(_node: string, obstacles: readonly NotedObstacle[]): Promise<void> {
    this.notes.push(obstacles);
  }
}

const found = (obstacle: DialObstacle | null) => new Map([['b-1', obstacle]]);

describe('noting what holds batches up', () => {
  let now = 0;
  const kept = new KeptObstacles();
  const note = new NoteObstacles(kept, () => now);

  beforeEach(() => {
    kept.notes.length = 0;
  });

  it('is done when it changes, and again before it grows old', async () => {
    await note.execute('pbx-1', found('no-free-line'));
    await note.execute('pbx-1', found('no-free-line'));
    await note.execute('pbx-1', found(null));
    now += 6_000;
    await note.execute('pbx-1', found(null));
    expect(kept.notes.map(([first]) => first?.obstacle)).toEqual(['no-free-line', null, null]);
  });

  it('is done once when nothing is left to be said', async () => {
    await note.execute('pbx-1', new Map());
    now += 60_000;
    await note.execute('pbx-1', new Map());
    expect(kept.notes).toEqual([[]]);
  });
});
