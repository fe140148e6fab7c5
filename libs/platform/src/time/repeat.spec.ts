import { Logger } from '../logging';
import { Repeat } from './repeat';

const until = async (condition: () => boolean) => {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 1));
};

describe('Repeat', () => {
  it('goes on after a round that failed', async () => {
    let rounds = 0;
    const repeat = new Repeat(
      'test',
      1,
      async () => {
        rounds += 1;
        if (rounds === 1) throw new Error('once');
      },
      Logger.silent(),
    );
    repeat.start();
    await until(() => rounds >= 3);
    await repeat.stop();
  });

  it('never runs two rounds at once, and follows a kick during a round by another', async () => {
    let running = 0;
    let most = 0;
    let rounds = 0;
    const repeat = new Repeat(
      'test',
      60_000,
      async () => {
        running += 1;
        most = Math.max(most, running);
        await new Promise((resolve) => setTimeout(resolve, 2));
        running -= 1;
        rounds += 1;
      },
      Logger.silent(),
    );
    repeat.start();
    repeat.kick();
    await until(() => rounds === 2);
    await repeat.stop();
    expect(most).toBe(1);
  });

  it('ends after the round under way', async () => {
    let rounds = 0;
    const repeat = new Repeat(
      'test',
      0,
      async () => {
        rounds += 1;
      },
      Logger.silent(),
    );
    repeat.start();
    await repeat.stop();
    const ended = rounds;
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(rounds).toBe(ended);
  });
});
