import { VirtualScheduler } from '../simulator/virtual-scheduler';
import { LinkKeeper } from './link-keeper';

function keep(failures: number) {
  const scheduler = new VirtualScheduler();
  const links: { closed: boolean; lose: (reason: string) => void }[] = [];
  const lost: string[] = [];
  let tries = 0;
  const keeper = new LinkKeeper({
    scheduler,
    random: () => 0.5,
    open: async (lose) => {
      tries += 1;
      if (tries <= failures) throw new Error('refused');
      const link = { closed: false, lose, close: () => (link.closed = true) };
      links.push(link);
      return link;
    },
    onFailed: () => undefined,
    onLost: (reason) => lost.push(reason),
  });
  return { scheduler, links, lost, keeper, tries: () => tries };
}

describe('a kept link', () => {
  it('is opened after a hundred failures', async () => {
    const { keeper, scheduler, links, tries } = keep(100);
    keeper.start();
    await scheduler.advance(20 * 60_000);
    expect(tries()).toBe(101);
    expect(links).toHaveLength(1);
  });

  it('is replaced by a fresh one each time that it is lost', async () => {
    const { keeper, scheduler, links, lost } = keep(0);
    keeper.start();
    for (let loss = 0; loss < 30; loss += 1) {
      await scheduler.advance(1_000);
      links.at(-1)?.lose(`loss ${loss}`);
    }
    await scheduler.advance(1_000);
    expect(links).toHaveLength(31);
    expect(links.slice(0, -1).every(({ closed }) => closed)).toBe(true);
    expect(links.at(-1)?.closed).toBe(false);
    expect(lost).toHaveLength(30);
  });

  it('ignores what a link says that was replaced', async () => {
    const { keeper, scheduler, links, lost } = keep(0);
    keeper.start();
    await scheduler.advance(0);
    links[0]?.lose('first');
    await scheduler.advance(1_000);
    links[0]?.lose('again');
    expect(lost).toEqual(['first']);
    expect(links).toHaveLength(2);
  });

  it('closes a link that came after it was stopped, and tries no more', async () => {
    const { keeper, scheduler, links, tries } = keep(0);
    keeper.start();
    keeper.stop();
    await scheduler.advance(60_000);
    expect(tries()).toBe(1);
    expect(links.map(({ closed }) => closed)).toEqual([true]);
  });
});
