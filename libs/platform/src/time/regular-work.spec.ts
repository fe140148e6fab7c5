import { Logger } from '../logging';
import { RegularWork } from './regular-work';

class Counting extends RegularWork {
  rounds = 0;
  stoppedIn = false;
  private go: () => void = () => undefined;
  readonly inRound = new Promise<void>((resolve) => (this.go = resolve));

  constructor() {
    super('counting', 60_000, Logger.silent());
  }

  protected async round(): Promise<void> {
    this.rounds += 1;
    this.go();
    await new Promise((resolve) => setImmediate(resolve));
    this.stoppedIn = this.stopping;
  }
}

describe('regular work', () => {
  it('begins with the service, and ends with it, after the round under way', async () => {
    const work = new Counting();
    expect(work.rounds).toBe(0);
    work.onApplicationBootstrap();
    await work.inRound;
    await work.onApplicationShutdown();
    expect(work).toMatchObject({ rounds: 1, stoppedIn: true });
    work.onApplicationBootstrap();
    expect(work.rounds).toBe(1);
  });
});
