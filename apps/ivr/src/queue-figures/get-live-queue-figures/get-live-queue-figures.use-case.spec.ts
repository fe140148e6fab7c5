import { STANDARD_FIGURE_TARGETS } from '@switchyard/domain';
import type { FigureRows } from '../figures/figure-rows.port';
import { GetLiveQueueFigures } from './get-live-queue-figures.use-case';

function setUp() {
  let reckoned = 0;
  const away = { fails: false };
  const rows: FigureRows = {
    targets: async () => {
      reckoned += 1;
      if (away.fails) throw new Error('away');
      return STANDARD_FIGURE_TARGETS;
    },
    count: async () => [],
    selfService: async () => [],
    ratings: async () => [],
    waitingNow: async () => [],
    agentsNow: async () => [],
    callersInMenus: async () => reckoned,
  };
  const live = new GetLiveQueueFigures(rows, { now: () => new Date('2026-03-02T02:00:00Z') });
  return { live, away, reckoned: () => reckoned };
}

test('wall boards that look at once are served by one reckoning, those that look later by the next', async () => {
  const { live, reckoned } = setUp();
  const [first, second] = await Promise.all([live.execute(), live.execute()]);
  expect(reckoned()).toBe(1);
  expect(second).toBe(first);
  expect(await live.execute()).toMatchObject({ inMenus: 2 });
});

test('a reckoning that failed does not stand in the way of the next', async () => {
  const { live, away } = setUp();
  away.fails = true;
  await expect(live.execute()).rejects.toThrow('away');
  away.fails = false;
  expect(await live.execute()).toMatchObject({ inMenus: 2 });
});
