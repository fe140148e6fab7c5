import { Logger } from '../logging';
import { RegularWork, type RegularWorkOptions } from './regular-work';

const PAUSE_MS = 60_000;

class Counting extends RegularWork {
  rounds = 0;
  stoppedIn = false;
  private go: () => void = () => undefined;
  readonly inRound = new Promise<void>((resolve) => (this.go = resolve));

  constructor(options?: RegularWorkOptions) {
    super('counting', PAUSE_MS, Logger.silent(), options);
  }

  now(): void {
    this.atOnce();
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

describe('regular work whose first round waits', () => {
  const FIRST_MS = 5_000;
  let work: Counting;

  beforeEach(() => {
    jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate'] });
    work = new Counting({ firstAfterMs: FIRST_MS });
    work.onApplicationBootstrap();
  });

  afterEach(async () => {
    await work.onApplicationShutdown();
    jest.useRealTimers();
  });

  it('begins when the wait is over, not before', () => {
    jest.advanceTimersByTime(FIRST_MS - 1);
    expect(work.rounds).toBe(0);
    jest.advanceTimersByTime(1);
    expect(work.rounds).toBe(1);
  });

  it('does not begin once it was stopped', async () => {
    await work.onApplicationShutdown();
    jest.advanceTimersByTime(FIRST_MS + PAUSE_MS);
    expect(work.rounds).toBe(0);
  });

  it('is done once when it is asked for before the wait is over', async () => {
    work.now();
    await work.onApplicationShutdown();
    expect(work.rounds).toBe(1);
    expect(jest.getTimerCount()).toBe(0);
  });
});
